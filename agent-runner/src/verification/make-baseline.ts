import { kpis, type KpiId } from '@ai-cos/catalog';
import type { Clock, Db } from '@ai-cos/service-kit';
import { baselineOf } from './baseline.ts';
import type { KpiSource, StoredBaseline } from './types.ts';

const dayMs = 86_400_000;
/** Eight weeks for the weekday pattern and enough earlier origins for the error. */
const historyDays = 120;

export interface BaselineRequest {
  readonly kpiIds: readonly KpiId[];
  readonly windowDays: number;
  readonly incidentSince: Date;
}

/** Forecasts of the KPIs an action promises to move, from the days before it; a KPI without enough history is left out. */
export async function makeBaseline(source: KpiSource, clock: Clock, request: BaselineRequest): Promise<StoredBaseline> {
  const now = clock.now();
  const readings = await source.readings();
  const forecasts: Record<string, StoredBaseline['kpis'][string]> = {};
  for (const id of request.kpiIds) {
    if (kpis[id].verify === 'postcheck') continue;
    const days = await source.days(id, new Date(now.getTime() - historyDays * dayMs), now);
    const incidentDays = (now.getTime() - request.incidentSince.getTime()) / dayMs;
    const baseline = baselineOf(days, { windowDays: request.windowDays, incidentDays });
    const reading = readings.kpis.find((kpi) => kpi.id === id);
    if (baseline !== null && reading !== undefined) {
      forecasts[id] = { ...baseline, definitionVersion: reading.definitionVersion };
    }
  }
  const statuses = Object.fromEntries(readings.kpis.map((kpi) => [kpi.id, kpi.status]));
  return { madeAsOf: now.toISOString(), kpis: forecasts, statuses };
}

/** When the incident an action answers began, in business time; its own proposal when it answers none. */
export async function incidentStart(db: Db, actionId: string): Promise<Date> {
  const { rows } = await db.query<{ since: Date }>(
    `SELECT coalesce(least(min(p.opened_as_of), min(e.created_as_of)), min(a.created_as_of)) AS since
       FROM ai_cos_actions a
       LEFT JOIN ai_cos_coordination_events e ON e.id = a.event_id
       LEFT JOIN ai_cos_episodes p ON p.event_id = e.id
      WHERE a.id = $1`,
    [actionId]
  );
  const row = rows[0];
  if (row === undefined) throw new Error(`action ${actionId} does not exist`);
  return row.since;
}
