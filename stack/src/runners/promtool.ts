import { readdirSync, readFileSync } from 'node:fs';

import { parse } from 'yaml';

import { runCommand } from '../os/run-command.ts';
import { print } from '../print.ts';
import { inRoot } from '../root.ts';
import type { Tally } from './tally.ts';

/** Prometheus' own checker on the generated rules: one test per file checked and per test group in the cases. */
export async function runPromtool(promtool: string): Promise<Tally> {
  const tally: Tally = { runner: 'promtool', passed: 0, failed: 0, skipped: 0, problems: [] };
  for (const file of filesIn('alert-rules/generated', '.rules.yml')) {
    record(tally, 1, await runCommand(promtool, ['check', 'rules', file]), file);
  }
  for (const file of filesIn('alert-rules/test', '.test.yml')) {
    const { tests } = parse(readFileSync(file, 'utf8')) as { tests: unknown[] };
    record(tally, tests.length, await runCommand(promtool, ['test', 'rules', file]), file);
  }
  return tally;
}

function record(tally: Tally, count: number, result: { code: number; output: string }, file: string): void {
  if (result.code === 0) {
    tally.passed += count;
    return;
  }
  tally.failed += 1;
  print(`promtool: ${file}\n${result.output.trimEnd()}`);
}

function filesIn(folder: string, ending: string): string[] {
  return readdirSync(inRoot(folder))
    .filter((name) => name.endsWith(ending))
    .toSorted()
    .map((name) => inRoot(folder, name));
}
