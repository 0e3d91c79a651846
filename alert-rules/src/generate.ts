import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generatedFiles, generatedFolders } from './generated-files.ts';
import { lineDifference } from './line-difference.ts';
import { print } from './print.ts';

const root = join(import.meta.dirname, '..', '..');

function committed(): Map<string, string> {
  const paths = generatedFolders.flatMap((folder) => {
    mkdirSync(join(root, folder), { recursive: true });
    return readdirSync(join(root, folder)).map((name) => `${folder}/${name}`);
  });
  return new Map(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

function write(files: ReadonlyMap<string, string>): void {
  for (const path of committed().keys()) {
    if (!files.has(path)) rmSync(join(root, path));
  }
  for (const [path, content] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
}

function check(files: ReadonlyMap<string, string>): void {
  const existing = committed();
  for (const path of new Set([...files.keys(), ...existing.keys()])) {
    const difference = lineDifference(existing.get(path) ?? '', files.get(path) ?? '');
    if (difference === '') continue;
    print(`${path} differs from the catalog:\n${difference}\nRun: npm run generate`);
    process.exitCode = 1;
  }
}

if (process.argv.includes('--check')) check(generatedFiles());
else write(generatedFiles());
