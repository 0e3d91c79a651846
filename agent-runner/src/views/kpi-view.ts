import { influenceEdges, kpiIds, kpis, type KpiId, type KpiReading, type KpisResponse } from '@ai-cos/catalog';
import type { Db } from '@ai-cos/service-kit';
import type { HealthBoard, Influence, KpiDetail, KpiView } from '../contract/index.ts';
import { blindSince } from '../intake/heartbeat.ts';

const WEEK_MS = 7 * 86_400_000;

/** What AI-COS's own tables know about KPIs. */
interface KpiFacts {
  weekAgo: ReadonlyMap<KpiId, number>;
  openEvents: ReadonlyMap<KpiId, string[]>;
  pending: ReadonlyMap<KpiId, number>;
}

/** KPIs in the order of the catalog; `maySee` hides restricted ones. */
export async function kpiViews(
  db: Db,
  readings: KpisResponse,
  maySee: (reading: KpiReading) => boolean
): Promise<KpiView[]> {
  const facts = await kpiFacts(db, new Date(readings.asOf));
  const ordered = readings.kpis.filter(maySee);
  return ordered.map((reading) => viewOf(reading, facts));
}

export async function healthBoard(
  db: Db,
  readings: KpisResponse,
  maySee: (reading: KpiReading) => boolean
): Promise<HealthBoard> {
  return {
    asOf: readings.asOf,
    simulated: readings.simulated,
    health: readings.health,
    kpis: await kpiViews(db, readings, maySee),
    blindSinceAt: (await blindSince(db))?.toISOString() ?? null,
  };
}

export async function kpiDetail(db: Db, view: KpiView): Promise<KpiDetail> {
  const { id } = view;
  const events = await db.query<{ id: string }>(
    'SELECT id FROM ai_cos_coordination_events WHERE $1 = ANY (kpi_ids) ORDER BY created_at DESC LIMIT 20',
    [id]
  );
  const actions = await db.query<{ id: string }>(
    'SELECT id FROM ai_cos_actions WHERE $1 = ANY (kpi_ids) ORDER BY created_at DESC LIMIT 20',
    [id]
  );
  return {
    ...view,
    influencedBy: influenceOf((edge) => edge.to === id),
    influences: influenceOf((edge) => edge.from === id),
    actionIds: actions.rows.map((row) => row.id),
    eventIds: events.rows.map((row) => row.id),
    runbook: `Aicos${kpis[id].camel.charAt(0).toUpperCase()}${kpis[id].camel.slice(1)}OffTarget`,
  };
}

type Edge = (typeof influenceEdges)[number];

function influenceOf(matches: (edge: Edge) => boolean): Influence[] {
  return influenceEdges.filter(matches).map(({ id, from, to, sign, lagDays, grade, enabled, basis }) => ({
    edgeId: id,
    from,
    to,
    sign,
    lagDays,
    grade,
    enabled,
    basis,
  }));
}

function viewOf(reading: KpiReading, { weekAgo, openEvents, pending }: KpiFacts): KpiView {
  const { id, value } = reading;
  const { label, family, pole, unit, decimals, owner, also, squad, definition, benchmark } = kpis[id];
  const before = weekAgo.get(id);
  return {
    ...reading,
    label,
    family,
    pole,
    unit,
    decimals,
    owner,
    watchers: [...also],
    squad,
    definition,
    benchmark,
    weekChange: value === null || before === undefined ? null : value - before,
    openEventIds: openEvents.get(id) ?? [],
    pendingActions: pending.get(id) ?? 0,
  };
}

async function kpiFacts(db: Db, asOf: Date): Promise<KpiFacts> {
  const values = await db.query<{ id: KpiId; value: number }>(
    `SELECT DISTINCT ON (kpi_id) kpi_id AS id, value::float8 FROM ai_cos_kpi_values
      WHERE store = '' AND value IS NOT NULL AND as_of BETWEEN $1::timestamptz - interval '2 days' AND $1
        AND kpi_id = ANY ($2)
      ORDER BY kpi_id, as_of DESC`,
    [new Date(asOf.getTime() - WEEK_MS), kpiIds]
  );
  const events = await db.query<{ id: KpiId; events: string[] }>(
    `SELECT kpi AS id, array_agg(e.id ORDER BY e.created_at DESC) AS events
       FROM ai_cos_coordination_events e, unnest(e.kpi_ids) AS kpi WHERE e.closed_at IS NULL GROUP BY kpi`
  );
  const pending = await db.query<{ id: KpiId; count: number }>(
    `SELECT kpi AS id, count(*)::int AS count FROM ai_cos_actions a, unnest(a.kpi_ids) AS kpi
      WHERE a.state = 'pending_approval' GROUP BY kpi`
  );
  return {
    weekAgo: new Map(values.rows.map((row) => [row.id, row.value])),
    openEvents: new Map(events.rows.map((row) => [row.id, row.events])),
    pending: new Map(pending.rows.map((row) => [row.id, row.count])),
  };
}
