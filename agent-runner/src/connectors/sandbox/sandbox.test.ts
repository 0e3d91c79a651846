import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { availableSandboxes, runSandboxed, type SandboxKind, type SandboxResult } from './sandbox.ts';

const available = availableSandboxes();
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Limits {
  timeoutMs?: number;
  memoryMegabytes?: number;
  writable?: boolean;
}

// A machine without one of them, or without the right to use it, skips its half; the connector is then disabled.
describe.each<SandboxKind>(['bubblewrap', 'unshare'])('the sandbox of %s', (kind) => {
  const it = test.runIf(available.includes(kind));

  function run(script: string, limits: Limits = {}): Promise<SandboxResult> {
    return runSandboxed(kind, {
      command: ['sh', '-c', script],
      cwd: folder,
      timeoutMs: limits.timeoutMs ?? 5_000,
      memoryMegabytes: limits.memoryMegabytes ?? 256,
      ...(limits.writable === true && { writable: folder }),
    });
  }

  it('returns the output and exit code of a command', async () => {
    expect(await run('echo out; echo err >&2; exit 3')).toEqual({ code: 3, timedOut: false, output: 'out\nerr\n' });
  });

  it('has no network', async () => {
    expect((await run('tail -n +3 /proc/net/dev | grep -v " lo:"')).output).toBe('');
  });

  it('cannot write outside the folder it was given', async () => {
    expect((await run('echo x > /usr/aicos-was-here')).code).not.toBe(0);
    expect((await run(`echo x > ${folder}/a`)).code).not.toBe(0);
  });

  it('may write to the folder it was given', async () => {
    await run(`echo kept > ${folder}/b`, { writable: true });

    expect(readFileSync(join(folder, 'b'), 'utf8')).toBe('kept\n');
  });

  it('ends a command that takes too long', async () => {
    expect(await run('sleep 30', { timeoutMs: 200 })).toMatchObject({ code: null, timedOut: true });
  });

  it('ends a command that takes too much memory', async () => {
    expect((await run('head -c 400000000 /dev/zero | tail', { memoryMegabytes: 64 })).output).toMatch(/memory/i);
  });

  it('cuts long output', async () => {
    expect((await run('yes | head -c 1000000')).output.length).toBe(65_536);
  });

  it('sees none of our environment', async () => {
    const names = (await run('env')).output
      .match(/^[A-Z_]+(?==)/gm)
      ?.filter((name) => !['PWD', 'SHLVL', '_'].includes(name));
    expect(names?.sort()).toEqual(['HOME', 'LANG', 'PATH']);
  });

  it('passes arguments without a shell reading them', async () => {
    writeFileSync(join(folder, 'show'), '');
    const result = await runSandboxed(kind, {
      command: ['echo', '$(id); ls'],
      cwd: folder,
      timeoutMs: 5_000,
      memoryMegabytes: 256,
    });
    expect(result.output).toBe('$(id); ls\n');
  });
});
