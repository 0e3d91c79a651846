import { fileURLToPath } from 'node:url';

/** Folder of the public data sets: AICOS_DATA_DIR, else ../shared/data beside the repository. */
export function dataDirectory(): string {
  return process.env['AICOS_DATA_DIR'] ?? fileURLToPath(new URL('../../../../shared/data', import.meta.url));
}
