import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { join } from 'node:path';
import { dataDirectory } from './config/env.ts';

/** Path of a public data set, or undefined when it is not on this machine. */
export function dataSetFolder(name: string): string | undefined {
  const folder = join(dataDirectory(), name);
  return existsSync(folder) ? folder : undefined;
}

/** Why a test or an evaluation of this set was left out. */
export function absenceOf(name: string): string {
  return `skipped: ${join('..', 'shared', 'data', name)} is not here (set AICOS_DATA_DIR to point somewhere else)`;
}

/** Lines of a plain or gzipped text file, without the last empty one. */
export function readLines(path: string): string[] {
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text.trimEnd().split(/\r?\n/);
}

/** Cells of one simple CSV line: quotes removed, no commas inside cells. */
export function cells(line: string): string[] {
  return line.split(',').map((cell) => cell.replaceAll('"', '').trim());
}
