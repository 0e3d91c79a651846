import type { Pool } from '@ai-cos/service-kit';
import type { Dispatcher } from '../dispatch/dispatcher.ts';
import type { Sweep } from '../dispatch/sweeper.ts';

/** What-if runs that nobody works on. */
export function simulationSweep({ pool, dispatcher }: { pool: Pool; dispatcher: Pick<Dispatcher, 'send'> }): Sweep {
  return async () => {
    const { rows } = await pool.query<{ id: string }>(
      `SELECT id FROM ai_cos_simulations
        WHERE (state = 'queued' AND created_at < clock_timestamp() - interval '5 seconds')
           OR (state = 'running' AND lease_until < clock_timestamp()) ORDER BY created_at LIMIT 20`
    );
    for (const { id } of rows) await dispatcher.send(pool, 'simulate', { id });
    return rows.length;
  };
}
