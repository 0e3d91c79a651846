import { readFileSync } from 'node:fs';

import { runCommand } from '../os/run-command.ts';
import { print } from '../print.ts';
import { inRoot } from '../root.ts';
import { measure, row, type FileSize } from '../checks/sizes.ts';

const LOOK_TWICE = 400;

const { output } = await runCommand('git', ['ls-files', '--', '*.ts', '*.tsx', '*.mjs']);
const files = output
  .trim()
  .split('\n')
  .filter((path) => !path.includes('/generated/') && !path.includes('/.config/'));

const groups = new Map<string, FileSize[]>();
for (const path of files) {
  const isTest = /\.test\.tsx?$/.test(path);
  const group = isTest ? 'tests (all)' : (path.split('/')[0] ?? path);
  const sizes = groups.get(group) ?? [];
  sizes.push(measure(path, readFileSync(inRoot(path), 'utf8')));
  groups.set(group, sizes);
}

print('workspace         files   lines  median   p90   max  comments  any/1000  as/1000');
for (const [group, sizes] of groups) print(row(group, sizes));
print();
for (const { path, lines } of [...groups.values()].flat().filter((size) => size.lines > LOOK_TWICE)) {
  print(`look twice: ${path} has ${String(lines)} lines`);
}
