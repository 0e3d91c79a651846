import { inTransaction, type Clock, type Db, type Pool } from '@ai-cos/service-kit';
import { transitionAction } from '../actions/transition.ts';
import { appendAudit } from '../audit/append.ts';
import type { Sweep } from '../dispatch/sweeper.ts';
import { enqueueOutbox } from '../outbox/enqueue.ts';

/** States in which an action still waits, runs or awaits its verdict. */
const OPEN_STATES = [
  'proposed',
  'pending_approval',
  'changes_requested',
  'approved',
  'executing',
  'unknown',
  'succeeded',
  'rolling_back',
];
const UNDECIDED = ['proposed', 'pending_approval', 'changes_requested'] as const;
/** Refreshes of the KPI in its band before its event counts as recovered. */
const REFRESHES = 2;

interface OpenEventRow {
  id: string;
  origin: string;
  inBand: boolean;
  /** An alert belongs to it, now or earlier. */
  alerting: boolean;
  firing: boolean;
  openActions: number;
  undecided: string[];
}

/** Withdraws what nobody needs any more and closes events whose KPI is defined and ok and whose actions are done. */
export function closeSweep({ pool, clock }: { pool: Pool; clock: Clock }): Sweep {
  return async () => {
    let changed = 0;
    for (const event of await candidates(pool)) {
      // A drill, or a finding within the band, has no band to come back to: it ends with its last action.
      const measured = event.origin === 'alert' || event.alerting;
      const recovered = measured && event.inBand && !event.firing;
      if (recovered && event.undecided.length > 0) changed += await cancelRecovered(pool, clock, event);
      const done = event.openActions === 0 && (measured ? recovered : true);
      if (done) changed += await close(pool, clock, event);
    }
    return changed;
  };
}

async function candidates(db: Db): Promise<OpenEventRow[]> {
  const { rows } = await db.query<OpenEventRow>(
    `SELECT e.id, e.origin,
            (SELECT coalesce(bool_and(k.refreshes = $1), false) FROM unnest(e.kpi_ids) AS kpi
              CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE status = 'ok') AS refreshes FROM (
                SELECT status FROM ai_cos_kpi_values v WHERE v.kpi_id = kpi AND v.as_of > e.created_as_of
                 ORDER BY as_of DESC LIMIT $1) AS last) AS k) AS "inBand",
            EXISTS (SELECT 1 FROM ai_cos_episodes p WHERE p.event_id = e.id) AS alerting,
            EXISTS (SELECT 1 FROM ai_cos_episodes p WHERE p.event_id = e.id AND p.status = 'firing') AS firing,
            (SELECT count(*)::int FROM ai_cos_actions a WHERE a.event_id = e.id AND a.state = ANY ($2)) AS "openActions",
            (SELECT coalesce(array_agg(a.id ORDER BY a.id), '{}') FROM ai_cos_actions a
              WHERE a.event_id = e.id AND a.state = ANY ($3)) AS undecided
       FROM ai_cos_coordination_events e
      WHERE e.closed_at IS NULL AND e.status IN ('completed', 'failed')
      ORDER BY e.created_at LIMIT 200`,
    [REFRESHES, OPEN_STATES, UNDECIDED]
  );
  return rows;
}

async function cancelRecovered(pool: Pool, clock: Clock, event: OpenEventRow): Promise<number> {
  return inTransaction(pool, async (tx) => {
    let cancelled = 0;
    for (const id of event.undecided) {
      const moved = await transitionAction(tx, {
        id,
        from: UNDECIDED,
        to: 'cancelled',
        reason: 'the KPI is back in its band',
        actor: 'system',
        route: 'recovery',
        asOf: clock.now(),
      });
      if (moved !== undefined) cancelled += 1;
    }
    return cancelled;
  });
}

async function close(pool: Pool, clock: Clock, event: OpenEventRow): Promise<number> {
  return inTransaction(pool, async (tx) => {
    const reason =
      event.origin === 'alert' || event.alerting
        ? 'the KPI is defined and ok, every action is done'
        : 'every action is done';
    const { rows } = await tx.query<{ rowVersion: number }>(
      `UPDATE ai_cos_coordination_events SET closed_at = clock_timestamp(), close_reason = $2, recovering = false,
              row_version = row_version + 1
        WHERE id = $1 AND closed_at IS NULL RETURNING row_version AS "rowVersion"`,
      [event.id, reason]
    );
    const row = rows[0];
    if (row === undefined) return 0;
    await appendAudit(tx, {
      event: 'event.closed',
      ref: event.id,
      actor: 'system',
      route: 'recovery',
      asOf: clock.now(),
      detail: { reason },
    });
    await enqueueOutbox(tx, { topic: 'event', ref: event.id, rowVersion: row.rowVersion });
    return 1;
  });
}
