import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** The operating system user a child runs as. */
export type Account = { uid: number; gid: number };

const NOBODY: Account = { uid: 65534, gid: 65534 };

/** PostgreSQL refuses to run as root: then it runs as user `postgres`, or as nobody; otherwise as ourselves (undefined). */
export function serverAccount(): Account | undefined {
  return process.getuid?.() === 0 ? (accountNamed('postgres') ?? NOBODY) : undefined;
}

/** True when the account may pass every folder on the way to a path (a private home directory is the usual obstacle). */
export function canReach(account: Account | undefined, path: string): boolean {
  if (account === undefined) return true;
  let folder = dirname(resolve(path));
  for (;;) {
    if (!maySearch(account, folder)) return false;
    const parent = dirname(folder);
    if (parent === folder) return true;
    folder = parent;
  }
}

function maySearch(account: Account, folder: string): boolean {
  const { uid, gid, mode } = statSync(folder);
  if (uid === account.uid) return (mode & 0o100) !== 0;
  if (gid === account.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}

function accountNamed(name: string): Account | undefined {
  for (const line of readFileSync('/etc/passwd', 'utf8').split('\n')) {
    const [user, , uid, gid] = line.split(':');
    if (user === name) return { uid: Number(uid), gid: Number(gid) };
  }
  return undefined;
}
