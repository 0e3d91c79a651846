import type { Db } from '@ai-cos/service-kit';
import type { Sweep } from '../dispatch/sweeper.ts';

const BATCH = 500;

/** Chains the audit rows of the intake, which are written without waiting for the chain. */
export function linkSweep(db: Db): Sweep {
  return async () => {
    let linked = 0;
    for (let found = BATCH; found === BATCH;) {
      const { rows } = await db.query<{ linked: number }>('SELECT ai_cos_audit_link_deferred($1) AS linked', [BATCH]);
      found = rows[0]?.linked ?? 0;
      linked += found;
    }
    return linked;
  };
}
