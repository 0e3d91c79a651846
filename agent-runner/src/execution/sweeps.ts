import type { Clock, Pool } from '@ai-cos/service-kit';
import type { Dispatcher } from '../dispatch/dispatcher.ts';
import type { Queue } from '../dispatch/queues.ts';
import type { Sweep } from '../dispatch/sweeper.ts';

const batch = 200;

export interface SweepOptions {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly dispatcher: Pick<Dispatcher, 'send'>;
}

/** Approved actions nobody has begun, and executing ones whose lease ran out. */
export function executionSweep({ pool, dispatcher }: SweepOptions): Sweep {
  return () =>
    wakeAll({ pool, dispatcher }, 'execute', () =>
      pool.query<{ id: string }>(
        `SELECT a.id FROM ai_cos_actions a
          WHERE (a.state = 'approved' AND a.approval_expires_at > clock_timestamp()
                 AND a.state_since_at < clock_timestamp() - interval '2 seconds'
                 AND (a.retry_after_at IS NULL OR a.retry_after_at <= clock_timestamp())
                 AND NOT EXISTS (SELECT 1 FROM ai_cos_settings WHERE kill_switch)
                 AND NOT EXISTS (SELECT 1 FROM ai_cos_agent_state s WHERE s.agent_id = a.agent_id AND s.state = 'paused')
                 AND NOT EXISTS (SELECT 1 FROM ai_cos_actions d WHERE d.id = ANY (a.depends_on)
                                   AND d.state IN ('proposed', 'pending_approval', 'changes_requested', 'approved', 'executing')))
             OR (a.state = 'executing' AND a.lease_until < clock_timestamp())
          ORDER BY a.urgency DESC LIMIT ${String(batch)}`
      )
    );
}

/** Executed actions whose window is over in business time. */
export function verificationSweep({ pool, clock, dispatcher }: SweepOptions): Sweep {
  return () =>
    wakeAll({ pool, dispatcher }, 'verify', () =>
      pool.query<{ id: string }>(
        `SELECT DISTINCT ON (coalesce(plan_id, id)) id FROM ai_cos_actions
          WHERE state = 'succeeded' AND verify_due_as_of <= $1
          ORDER BY coalesce(plan_id, id), verify_due_as_of LIMIT ${String(batch)}`,
        [clock.now()]
      )
    );
}

async function wakeAll(
  { pool, dispatcher }: Pick<SweepOptions, 'pool' | 'dispatcher'>,
  queue: Queue,
  due: () => Promise<{ rows: { id: string }[] }>
): Promise<number> {
  const { rows } = await due();
  for (const { id } of rows) await dispatcher.send(pool, queue, { id });
  return rows.length;
}
