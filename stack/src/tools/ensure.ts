import { join } from 'node:path';

import { print } from '../print.ts';
import { unpackPackages } from './debian.ts';
import { findBinary, findTool } from './find.ts';
import { TOOLS, type Tool, type ToolName } from './list.ts';
import { relocate } from './relocate.ts';

type EnsureOptions = { stateFolder: string; searchPath: string };

/** The files of the programs asked for, unpacking what is missing; throws with what to install where that is impossible. */
export async function ensureTools<T extends ToolName>(
  names: readonly T[],
  options: EnsureOptions
): Promise<Record<T, string>> {
  const places = { searchPath: options.searchPath, toolsFolder: join(options.stateFolder, 'tools') };
  const missing = names.filter((name) => findTool(name, places) === undefined);
  if (missing.length > 0) {
    const packages = [...new Set(missing.flatMap((name) => TOOLS[name].packages))];
    if (findBinary('apt-get', options.searchPath) === undefined) throw new Error(installAdvice(missing));
    print(`Unpacking ${packages.join(', ')} from Debian into ${places.toolsFolder} (nothing is installed) …`);
    await unpackPackages(packages, places.toolsFolder);
    for (const name of missing) relocateTool(TOOLS[name], places.toolsFolder);
  }
  const found: Partial<Record<T, string>> = {};
  for (const name of names) {
    const file = findTool(name, places);
    if (file === undefined) throw new Error(installAdvice([name]));
    found[name] = file;
  }
  return found as Record<T, string>;
}

function relocateTool({ relocated, unpacked }: Tool, toolsFolder: string): void {
  if (relocated === true) relocate(join(toolsFolder, unpacked));
}

function installAdvice(names: readonly ToolName[]): string {
  return (
    `${names.join(', ')} not found on PATH, and this is no Debian system to unpack them from. ` +
    'Install Prometheus 2.42 or newer and Alertmanager 0.25 or newer, or use: docker compose up'
  );
}
