import { chmodSync, chownSync, lstatSync, mkdirSync } from 'node:fs';

import type { Account } from './account.ts';

/** Creates a folder that only the account (or we ourselves) can enter; refuses one that somebody else put there. */
export function ensurePrivateFolder(path: string, account?: Account): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const owner = account?.uid ?? process.getuid?.();
  const { uid } = lstatSync(path);
  if (uid !== owner && uid !== process.getuid?.()) {
    throw new Error(`${path} belongs to user ${uid}, not to ${owner}: remove it, or set AICOS_HOME to another folder`);
  }
  if (account !== undefined) chownSync(path, account.uid, account.gid);
  chmodSync(path, 0o700);
}
