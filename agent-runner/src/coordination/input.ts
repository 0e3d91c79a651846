import { agentIds, type AgentId, type Company, type KpiId, type KpiReading, type Pole } from '@ai-cos/catalog';
import type { Db } from '@ai-cos/service-kit';
import type { ClaimedEvent } from './claim.ts';
import type { AgentHistory, CoordinationInput, DayRules, RecentAction } from './types.ts';

/** What the exporters said, or why they said nothing. */
export interface CurrentReadings {
  readonly readings: readonly KpiReading[];
  readonly currency: string;
  readonly blind: string | null;
}

export interface InputSources {
  readonly db: Db;
  readonly asOf: Date;
  readonly company: Company;
  readonly current: CurrentReadings;
}

/** Collects everything a plan depends on from AI-COS's own tables. */
export async function loadInput(
  event: ClaimedEvent,
  { db, asOf, company, current }: InputSources
): Promise<CoordinationInput> {
  const [onsets, agents, recent, waitingPerPole] = await Promise.all([
    loadOnsets(db, event.id, asOf),
    loadHistories(db, asOf),
    loadRecent(db, event.id, asOf),
    loadWaiting(db),
  ]);
  return {
    eventType: event.eventType,
    origin: event.origin,
    sourceAgentId: event.sourceAgentId,
    kpiIds: event.kpiIds,
    severity: event.severity,
    data: event.data,
    asOf: asOf.toISOString(),
    currency: current.currency,
    readings: current.readings,
    onsets,
    agents,
    recent,
    waitingPerPole,
    day: dayRules(company, asOf),
    blind: current.blind,
  };
}

/** Since when each KPI is out of its band: its alert's episode, or the first red value after the last good one. */
async function loadOnsets(db: Db, eventId: string, asOf: Date): Promise<Partial<Record<KpiId, string>>> {
  const { rows } = await db.query<{ kpi: KpiId; since: Date }>(
    `SELECT kpi, min(since) AS since FROM (
       SELECT kpi_id AS kpi, opened_as_of AS since FROM ai_cos_episodes WHERE event_id = $1 AND kpi_id IS NOT NULL
       UNION ALL
       SELECT v.kpi_id, min(v.as_of)
         FROM ai_cos_kpi_values v
         LEFT JOIN (SELECT kpi_id, max(as_of) AS last_ok FROM ai_cos_kpi_values
                     WHERE status = 'ok' AND as_of <= $2 AND as_of > $2::timestamptz - interval '60 days' GROUP BY kpi_id) AS good
           USING (kpi_id)
        WHERE v.status IN ('warning', 'critical') AND v.as_of <= $2 AND v.as_of > coalesce(good.last_ok, $2::timestamptz - interval '60 days')
        GROUP BY v.kpi_id) AS found
     GROUP BY kpi ORDER BY kpi`,
    [eventId, asOf]
  );
  return Object.fromEntries(rows.map((row) => [row.kpi, row.since.toISOString()]));
}

interface HistoryRow extends AgentHistory {
  readonly agentId: AgentId;
}

async function loadHistories(db: Db, asOf: Date): Promise<Partial<Record<AgentId, AgentHistory>>> {
  const { rows } = await db.query<HistoryRow>(
    `WITH acted AS (
       SELECT a.agent_id,
              count(*) FILTER (WHERE o.verdict = 'verified')::int AS verified,
              count(*) FILTER (WHERE o.verdict IN ('ineffective', 'harmful'))::int AS ineffective,
              count(*) FILTER (WHERE a.state = 'rejected' AND a.created_as_of > $2::timestamptz - interval '28 days')::int AS rejected,
              count(*) FILTER (WHERE a.state = 'pending_approval')::int AS waiting
         FROM ai_cos_actions a LEFT JOIN ai_cos_outcomes o ON o.action_id = a.id AND o.scope = 'action'
        WHERE a.created_as_of <= $2 AND a.created_as_of > $2::timestamptz - interval '180 days'
        GROUP BY a.agent_id)
     SELECT id AS "agentId", coalesce(s.state, 'active') AS state, coalesce(verified, 0) AS verified,
            coalesce(ineffective, 0) AS ineffective, coalesce(rejected, 0) AS rejected, coalesce(waiting, 0) AS waiting
       FROM unnest($1::text[]) AS id
       LEFT JOIN ai_cos_agent_state s ON s.agent_id = id
       LEFT JOIN acted ON acted.agent_id = id
      ORDER BY id`,
    [agentIds, asOf]
  );
  return Object.fromEntries(rows.map(({ agentId, ...history }) => [agentId, history]));
}

/** What was asked for lately; what this event or a drill asked for and nobody has decided yet does not count. */
async function loadRecent(db: Db, eventId: string, asOf: Date): Promise<RecentAction[]> {
  const { rows } = await db.query<{ type: string; target: string | null; asOf: Date }>(
    `SELECT type, target->>'key' AS target, created_as_of AS "asOf"
       FROM ai_cos_actions
      WHERE created_as_of <= $2 AND created_as_of > $2::timestamptz - interval '90 days'
        AND state NOT IN ('rejected', 'superseded', 'cancelled', 'expired', 'simulated', 'failed', 'rolled_back')
        AND NOT (state IN ('proposed', 'pending_approval', 'changes_requested')
          AND (event_id = $1 OR event_id IN (SELECT id FROM ai_cos_coordination_events WHERE origin = 'simulated')))
      ORDER BY created_as_of DESC, id LIMIT 500`,
    [eventId, asOf]
  );
  return rows.map((row) => ({ type: row.type, target: row.target ?? '', asOf: row.asOf.toISOString() }));
}

async function loadWaiting(db: Db): Promise<Partial<Record<Pole, number>>> {
  const { rows } = await db.query<{ pole: Pole; waiting: number }>(
    `SELECT pole, count(*)::int AS waiting FROM ai_cos_actions WHERE state = 'pending_approval' GROUP BY pole ORDER BY pole`
  );
  return Object.fromEntries(rows.map((row) => [row.pole, row.waiting]));
}

export function dayRules(company: Company, asOf: Date): DayRules {
  const day = asOf.toISOString().slice(0, 10);
  const freeze = company.calendar.find((entry) => entry.kind === 'freeze' && entry.from <= day && day <= entry.to);
  return { freeze: freeze?.name ?? null };
}
