import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

function filesBelow(target: string): string[] {
  if (!existsSync(target)) {
    return [];
  }
  const entries = readdirSync(target, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

/** A hash of the contents, not of times: a fresh checkout has new times everywhere. */
export function digestOf(sources: readonly string[]): string {
  const hash = createHash('sha256');
  for (const source of sources) {
    const files = source.endsWith('.json') || source.endsWith('.ts') ? [source] : filesBelow(source);
    for (const file of files.sort()) {
      hash.update(path.relative(source, file)).update('\0').update(readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex');
}

const stampName = '.source-digest';

export function isFresh(outputFolder: string, digest: string): boolean {
  const stamp = path.join(outputFolder, stampName);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === digest;
}

export function markFresh(outputFolder: string, digest: string): void {
  writeFileSync(path.join(outputFolder, stampName), digest);
}
