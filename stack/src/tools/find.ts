import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { TOOLS, type Tool, type ToolName } from './list.ts';

type Places = { searchPath: string; toolsFolder: string };

/** The program's file, from PATH first, else from an earlier unpacking. */
export function findTool(name: ToolName, { searchPath, toolsFolder }: Places): string | undefined {
  const tool: Tool = TOOLS[name];
  for (const binary of tool.binaries) {
    const found = findBinary(binary, searchPath);
    if (found !== undefined) return found;
  }
  const unpacked = join(toolsFolder, tool.unpacked);
  return existsSync(unpacked) ? unpacked : undefined;
}

/** The first executable file of that name in a search path. */
export function findBinary(binary: string, searchPath: string): string | undefined {
  for (const folder of searchPath.split(delimiter)) {
    const file = join(folder, binary);
    if (folder !== '' && isExecutable(file)) return file;
  }
  return undefined;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
