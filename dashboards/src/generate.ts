import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { productionScale } from '@ai-cos/catalog';
import { print } from './print.ts';
import { renderDashboards } from './render-dashboards.ts';

const folder = join(import.meta.dirname, '..', 'generated');

function write(files: ReadonlyMap<string, string>): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of files) writeFileSync(join(folder, name), content);
}

function firstDifference(before: string, after: string): string {
  const [old, fresh] = [before.split('\n'), after.split('\n')];
  const index = fresh.findIndex((line, at) => line !== old[at]);
  return `  line ${index + 1}\n- ${old[index] ?? ''}\n+ ${fresh[index] ?? ''}`;
}

function check(files: ReadonlyMap<string, string>): void {
  const committed = existsSync(folder) ? readdirSync(folder) : [];
  for (const name of new Set([...files.keys(), ...committed])) {
    const before = committed.includes(name) ? readFileSync(join(folder, name), 'utf8') : '';
    const after = files.get(name) ?? '';
    if (before === after) continue;
    print(
      `dashboards/generated/${name} differs from the catalog:\n${firstDifference(before, after)}\nRun: npm run generate`
    );
    process.exitCode = 1;
  }
}

const files = renderDashboards(productionScale);
if (process.argv.includes('--check')) check(files);
else write(files);
