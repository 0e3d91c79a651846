import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { isRunning, signalProcess } from '../src/os/process-identity.ts';
import { waitUntil } from '../src/os/wait-until.ts';
import type { ChildRecord } from '../src/processes/record.ts';
import { createSupervisor, type Supervisor, type SupervisorOptions } from '../src/supervise.ts';
import { stopLeftovers } from '../src/supervision/leftovers.ts';

let folder: string;
let supervisors: Supervisor[];
let reports: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aicos-supervise-'));
  supervisors = [];
  reports = [];
});

afterEach(async () => {
  for (const supervisor of supervisors) await supervisor.stopAll();
  rmSync(folder, { recursive: true, force: true });
});

function supervise(overrides: Partial<SupervisorOptions> = {}): Supervisor {
  const supervisor = createSupervisor({
    runFolder: join(folder, 'run'),
    logFolder: join(folder, 'logs'),
    report: (message) => reports.push(message),
    firstDelayMs: 20,
    longestDelayMs: 60,
    graceMs: 500,
    ...overrides,
  });
  supervisors.push(supervisor);
  return supervisor;
}

/** A child that writes `<name>.started`, then runs the script; it is ready once that file exists. */
function child(name: string, script = '', extra: Partial<ChildRecord> = {}): ChildRecord {
  const started = join(folder, `${name}.started`);
  const journal = join(folder, 'journal');
  const program = `
    const { appendFileSync } = require('node:fs');
    const say = (what) => appendFileSync(${JSON.stringify(journal)}, what + '\\n');
    process.on('SIGTERM', () => { say('${name} stops'); process.exit(0); });
    ${script}
    appendFileSync(${JSON.stringify(started)}, 'x');
    setInterval(() => undefined, 1000);`;
  return {
    name,
    command: process.execPath,
    args: ['-e', program],
    env: {},
    ready: () => Promise.resolve(existsSync(started)),
    readyWithinMs: 5_000,
    stopSignal: 'SIGTERM',
    ...extra,
  };
}

function starts(name: string): number {
  const file = join(folder, `${name}.started`);
  return existsSync(file) ? readFileSync(file, 'utf8').length : 0;
}

describe('createSupervisor', () => {
  it('stops its children in the reverse order of their start', async () => {
    const supervisor = supervise();
    for (const name of ['first', 'second', 'third']) await supervisor.start(child(name));

    await supervisor.stopAll();

    expect(readFileSync(join(folder, 'journal'), 'utf8')).toBe('third stops\nsecond stops\nfirst stops\n');
  });

  it('starts a crashed child again and says so', async () => {
    const supervisor = supervise();
    await supervisor.start(child('service'));

    signalProcess(supervisor.pidOf('service')!, 'SIGKILL');

    expect(await waitUntil(() => reports.includes('service is back'), { timeoutMs: 5_000 })).toBe(true);
    expect(reports[0]).toContain('service ended (SIGKILL); starting it again in 0.02 s');
  });

  it('waits longer before every further restart, up to a limit', async () => {
    const supervisor = supervise();

    await supervisor.start(
      child('service', '', {
        args: ['-e', `setTimeout(() => process.exit(3), 50)`],
        ready: () => Promise.resolve(true),
      })
    );
    await waitUntil(() => reports.filter((line) => line.includes('ended')).length >= 4, { timeoutMs: 10_000 });

    const delays = reports
      .filter((line) => line.includes('ended'))
      .map((line) => /again in ([\d.]+) s/.exec(line)?.[1]);
    expect(delays.slice(0, 4)).toEqual(['0.02', '0.04', '0.06', '0.06']);
  });

  it('shows the end of the log of a child that fails to start', async () => {
    const supervisor = supervise();
    const broken = child('broken', `console.error('DATABASE_URL is missing'); process.exit(1);`);

    await expect(supervisor.start(broken)).rejects.toThrow(/broken did not become ready[^]*DATABASE_URL is missing/);
  });

  it('kills a child that ignores the polite signal', async () => {
    const supervisor = supervise();
    await supervisor.start(
      child('stubborn', `process.removeAllListeners('SIGTERM'); process.on('SIGTERM', () => undefined);`)
    );
    const pid = supervisor.pidOf('stubborn')!;

    await supervisor.stopAll();

    expect(isRunning(pid)).toBe(false);
  });

  it('hides our environment from its children', async () => {
    const supervisor = supervise();

    await supervisor.start(child('curious', `say(Object.keys(process.env).sort().join());`, { env: { GIVEN: '1' } }));

    expect(readFileSync(join(folder, 'journal'), 'utf8').trim()).toBe('GIVEN,HOME,NODE_NO_WARNINGS,PATH');
  });
});

describe('stopLeftovers', () => {
  it('ends what a killed launcher left running', async () => {
    const killed = createSupervisor({
      runFolder: join(folder, 'run'),
      logFolder: join(folder, 'logs'),
      report: () => undefined,
    });
    supervisors.push(killed);
    await killed.start(child('orphan'));
    const pid = killed.pidOf('orphan')!;

    const names = await stopLeftovers(join(folder, 'run'), 1_000);

    expect(names).toEqual(['orphan']);
    expect(isRunning(pid)).toBe(false);
    await killed.stopAll();
  });

  it('leaves a process alone that only got the same pid', async () => {
    const supervisor = supervise();
    await supervisor.start(child('service'));
    const file = join(folder, 'run', 'service.pid.json');
    const entry = JSON.parse(readFileSync(file, 'utf8')) as { startTime: string };
    const { writeFileSync } = await import('node:fs');
    writeFileSync(file, JSON.stringify({ ...entry, startTime: '1' }));

    const names = await stopLeftovers(join(folder, 'run'), 1_000);

    expect(names).toEqual([]);
    expect(starts('service')).toBe(1);
    expect(isRunning(supervisor.pidOf('service')!)).toBe(true);
  });
});
