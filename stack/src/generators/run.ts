import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { runCommand } from '../os/run-command.ts';
import { inRoot } from '../root.ts';
import type { Generator } from './list.ts';

/**
 * Runs a generator on its own folders and answers what changed, or undefined when nothing did.
 * `compare` puts the former files back: the check changes nothing.
 */
export async function runGenerator(generator: Generator, mode: 'write' | 'compare'): Promise<string | undefined> {
  const before = mkdtempSync(join(tmpdir(), 'aicos-generated-'));
  try {
    for (const output of generator.outputs) copyFolder(inRoot(output), join(before, output));
    const { code, output } = await runCommand('node', [generator.script]);
    if (code !== 0) throw new Error(`the generator of ${generator.name} failed (${generator.script}):\n${output}`);
    const differences = await Promise.all(generator.outputs.map((folder) => difference(before, folder)));
    return differences.filter((text) => text !== '').join('\n') || undefined;
  } finally {
    if (mode === 'compare') {
      for (const output of generator.outputs) copyFolder(join(before, output), inRoot(output));
    }
    rmSync(before, { recursive: true, force: true });
  }
}

async function difference(before: string, folder: string): Promise<string> {
  const { output } = await runCommand('diff', ['-ruN', join(before, folder), inRoot(folder)]);
  return output.trimEnd();
}

function copyFolder(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  if (existsSync(from)) cpSync(from, to, { recursive: true });
}
