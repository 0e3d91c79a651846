import { existsSync } from 'node:fs';

import { workspaces } from '../checks/workspaces.ts';
import { inParallel, runCommand } from '../os/run-command.ts';
import { print } from '../print.ts';
import { inRoot } from '../root.ts';

const projects: string[] = [];
for (const workspace of workspaces()) {
  for (const project of [workspace, `${workspace}/console`]) {
    if (existsSync(inRoot(project, 'tsconfig.json'))) projects.push(project);
  }
}
const results = await inParallel(projects, (project) =>
  runCommand('tsc', ['--noEmit', '--pretty', 'false', '-p', project])
);
for (const [index, { code, output }] of results.entries()) {
  if (code === 0) continue;
  print(`${String(projects[index])}:`);
  // TS18003: a workspace without any source file has nothing to check.
  print(output.trimEnd());
  process.exitCode = 1;
}
