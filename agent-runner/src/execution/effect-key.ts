import { createHash } from 'node:crypto';

/** The key of an effect: the same for every attempt of one revision, different for every other effect of every installation. */
export function effectKey(installation: string, actionId: string, revision: number): string {
  return createHash('sha256')
    .update(`${installation}\n${actionId}\n${String(revision)}`)
    .digest('hex');
}
