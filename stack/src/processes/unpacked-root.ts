import { dirname } from 'node:path';

/** The folder that holds `usr/` of an unpacked program; `/` for one that the system installed. */
export function unpackedRoot(binary: string): string {
  return dirname(dirname(dirname(binary)));
}
