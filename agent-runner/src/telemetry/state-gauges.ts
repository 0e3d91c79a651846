import type { Db } from '@ai-cos/service-kit';
import type { Metrics } from './metrics.ts';

const EVENTS = `
  SELECT event_type, CASE WHEN closed_at IS NOT NULL THEN 'closed' WHEN status = 'completed' THEN 'open' ELSE status END AS status,
    count(*)::int AS count
  FROM ai_cos_coordination_events GROUP BY 1, 2`;

const ACTIONS = 'SELECT agent_id AS agent, state, count(*)::int AS count FROM ai_cos_actions GROUP BY 1, 2';

const LEADS = `
  SELECT 'alert_to_plan' AS step, percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM completed_at - created_at)) AS seconds
  FROM ai_cos_coordination_events WHERE completed_at > clock_timestamp() - interval '1 day'
  UNION ALL
  SELECT 'plan_to_decision', percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM v.at - a.created_at))
  FROM ai_cos_approvals v JOIN ai_cos_actions a ON a.id = v.action_id WHERE v.at > clock_timestamp() - interval '1 day'
  UNION ALL
  SELECT 'decision_to_effect', percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM a.executed_at - v.at))
  FROM ai_cos_actions a JOIN (SELECT action_id, max(at) AS at FROM ai_cos_approvals GROUP BY 1) v ON v.action_id = a.id
  WHERE a.executed_at > clock_timestamp() - interval '1 day'`;

/** Brings the gauges about rows up to date; the sweeper calls it, so that a scrape runs no SQL. Finds no work: answers 0. */
export function stateGauges(db: Db, { events, actions, leadSeconds }: Metrics): () => Promise<number> {
  return async () => {
    const { rows: eventRows } = await db.query<{ event_type: string; status: string; count: number }>(EVENTS);
    const { rows: actionRows } = await db.query<{ agent: string; state: string; count: number }>(ACTIONS);
    const { rows: leadRows } = await db.query<{ step: string; seconds: number | null }>(LEADS);
    // A state that emptied must not keep its last number.
    events.reset();
    actions.reset();
    leadSeconds.reset();
    for (const { event_type, status, count } of eventRows) events.set({ event_type, status }, count);
    for (const { agent, state, count } of actionRows) actions.set({ agent, state }, count);
    for (const { step, seconds } of leadRows) if (seconds !== null) leadSeconds.set({ step }, seconds);
    return 0;
  };
}
