import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A socket's path must stay below 107 bytes, its file name takes up to 19. */
const LONGEST_FOLDER = 85;

/** The private folder of the server's socket: beside the data, or a short one derived from it when the path is too long. */
export function socketFolderFor(home: string): string {
  const beside = join(home, 'run');
  if (Buffer.byteLength(beside) <= LONGEST_FOLDER) return beside;
  return join(tmpdir(), `aicos-pg-${createHash('sha256').update(home).digest('hex').slice(0, 16)}`);
}
