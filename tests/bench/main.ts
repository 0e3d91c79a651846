import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { print } from '../eval/print.ts';

/** Each measures its own baseline in the same run; `npm run bench` runs them one after the other, never together. */
const benchmarks = ['relevance', 'coordination', 'intake', 'exporters', 'simulation'] as const;

const { values, positionals } = parseArgs({ options: { json: { type: 'string' } }, allowPositionals: true });
const unknown = positionals.filter((name) => !benchmarks.some((known) => known === name));
if (unknown.length > 0) {
  print(`there is no benchmark "${unknown.join(', ')}"; choose from ${benchmarks.join(', ')}, or name none for all`);
  process.exitCode = 2;
} else {
  run(benchmarks.filter((name) => positionals.length === 0 || positionals.includes(name)));
}

function run(names: readonly string[]): void {
  const folder = mkdtempSync(join(tmpdir(), 'ai-cos-bench-'));
  const figures: Record<string, unknown> = {};
  for (const name of names) {
    print(`== ${name}`);
    const json = join(folder, `${name}.json`);
    const { status } = spawnSync(process.execPath, [join(import.meta.dirname, `${name}.ts`), '--json', json], {
      stdio: 'inherit',
    });
    if (status !== 0) process.exitCode = 1;
    if (existsSync(json)) figures[name] = JSON.parse(readFileSync(json, 'utf8')) as unknown;
  }
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
  rmSync(folder, { recursive: true, force: true });
}
