import type { Pool } from '@ai-cos/service-kit';
import type { Dispatcher } from '../dispatch/dispatcher.ts';
import type { Sweep } from '../dispatch/sweeper.ts';

/** Events whose plan is missing or outdated and whom nobody works on. */
export function coordinationSweep({ pool, dispatcher }: { pool: Pool; dispatcher: Pick<Dispatcher, 'send'> }): Sweep {
  return async () => {
    const { rows } = await pool.query<{ id: string }>(
      `SELECT id FROM ai_cos_coordination_events
        WHERE closed_at IS NULL AND status <> 'failed' AND plan_revision < wanted_revision
          AND (lease_until IS NULL OR lease_until < clock_timestamp())
          AND created_at < clock_timestamp() - interval '3 seconds' ORDER BY created_at LIMIT 100`
    );
    for (const { id } of rows) await dispatcher.send(pool, 'coordinate', { id });
    return rows.length;
  };
}
