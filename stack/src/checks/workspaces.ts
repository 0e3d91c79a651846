import { existsSync, readFileSync } from 'node:fs';

import { inRoot } from '../root.ts';

/** The workspaces of the repository that exist, in the order of the root package.json. */
export function workspaces(): string[] {
  const { workspaces: names } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as { workspaces: string[] };
  return names.filter((name) => existsSync(inRoot(name, 'package.json')));
}
