import type { AgentId, KpiId } from '@ai-cos/catalog';
import type { Pool } from '@ai-cos/service-kit';
import type { CoordinationOptions } from '../../../agent-runner/src/coordination/types.ts';
import { openAlertDesk } from './alert-desk.ts';
import type { EvalCase } from './cases.ts';
import type { EvalCluster } from './eval-cluster.ts';
import { openKpiDesk } from './kpi-desk.ts';
import { noiseDisturbances } from './noise.ts';
import { openRunnerDesk } from './runner-desk.ts';
import { openVirtualDays } from './virtual-days.ts';

export interface PlanResult {
  readonly eventId: string;
  readonly kpiIds: readonly KpiId[];
  readonly roots: readonly KpiId[];
  readonly speaking: readonly AgentId[];
  readonly actions: readonly string[];
  /** Days after the start of the case on which its first plan was made. */
  readonly day: number;
  readonly revision: number;
}

export interface CaseResult {
  readonly plans: readonly PlanResult[];
  /** KPIs that alerted, with the day. */
  readonly alerts: readonly { readonly kpi: string; readonly day: number }[];
  /** Wall milliseconds each plan took. */
  readonly planMs: readonly number[];
}

/** Days the company lives before anything happens: statuses confirm, nothing is new. */
const settleDays = 2;
/** Days after the first plan in which symptoms may join and the plan is revised. */
const afterPlanDays = 3;

/** Lives one incident day by day through the real exporters' queries, alert rules and runner. */
export async function runCase(cluster: EvalCluster, one: EvalCase, options: CoordinationOptions): Promise<CaseResult> {
  const company = await cluster.company();
  const runner = await cluster.runner();
  const days = await openVirtualDays(company);
  const kpiDesk = openKpiDesk(company.readerUrl, days.clock);
  const alertDesk = openAlertDesk();
  const runnerDesk = openRunnerDesk({ pool: runner.pool, source: company.reader, clock: days.clock, options });
  const alerts: { kpi: string; day: number }[] = [];
  const planMs: number[] = [];
  const horizon = one.scenario.expected.detectionDays + 8;
  let left = Number.POSITIVE_INFINITY;
  const plannedOn = new Map<string, number>();
  try {
    for (let day = -settleDays; day < horizon && left > 0; day += 1) {
      if (day === 0) await disturb(days, one);
      const asOf = await days.next();
      const readings = await kpiDesk.measure(asOf, days.world.figures());
      const changes = alertDesk.record(readings);
      for (const { status, alert } of changes) {
        if (status === 'firing' && day >= 0)
          alerts.push({ kpi: `${alert.labels['kpi'] ?? ''} ${alert.labels['severity'] ?? ''}`, day });
      }
      const started = performance.now();
      // What is already wrong before the incident is history, not part of the case.
      await runnerDesk.day(readings, day < 0 ? [] : changes);
      const fresh = await newPlans(runner.pool, plannedOn, day);
      if (fresh > 0) planMs.push((performance.now() - started) / fresh);
      left =
        fresh > 0 && left === Number.POSITIVE_INFINITY && (await hasSubject(runner.pool, one))
          ? afterPlanDays
          : left - 1;
    }
    return { plans: await loadPlans(runner.pool, plannedOn), alerts, planMs };
  } finally {
    await kpiDesk.close();
    await company.close();
    await runner.close();
  }
}

async function disturb(days: Awaited<ReturnType<typeof openVirtualDays>>, one: EvalCase): Promise<void> {
  const state = days.world.state();
  const scene = { state, day: state.day + 1, seed: one.seed };
  await days.disturb([...one.scenario.disturb(scene, one.parameters), ...noiseDisturbances(one.noise, scene.day)]);
}

/** True once a plan is about the incident: one of its KPIs is a root or symptom of the scenario. */
async function hasSubject(pool: Pool, { scenario }: EvalCase): Promise<boolean> {
  const { rows } = await pool.query(
    'SELECT 1 FROM ai_cos_coordination_events WHERE plan_id IS NOT NULL AND kpi_ids && $1::text[]',
    [[...scenario.rootKpis, ...scenario.symptoms]]
  );
  return rows.length > 0;
}

async function newPlans(pool: Pool, plannedOn: Map<string, number>, day: number): Promise<number> {
  const { rows } = await pool.query<{ id: string }>('SELECT id FROM ai_cos_plans ORDER BY created_at');
  let fresh = 0;
  for (const { id } of rows) {
    if (plannedOn.has(id)) continue;
    plannedOn.set(id, day);
    fresh += 1;
  }
  return fresh;
}

interface PlanRow {
  id: string;
  eventId: string;
  kpiIds: KpiId[];
  roots: { kpiId: KpiId }[];
  speaking: AgentId[];
  actions: string[] | null;
  revision: number;
}

/** The last revision of every event's plan, its actions in the order of its steps. */
async function loadPlans(pool: Pool, plannedOn: ReadonlyMap<string, number>): Promise<PlanResult[]> {
  const { rows } = await pool.query<PlanRow>(
    `SELECT p.id, e.id AS "eventId", e.kpi_ids AS "kpiIds", p.root_causes AS roots, e.target_agent_ids AS speaking, p.revision,
            (SELECT array_agg(a.type ORDER BY (s.step->>'order')::int)
               FROM jsonb_array_elements(p.steps) AS s(step) JOIN ai_cos_actions a ON a.id = (s.step->>'actionId')::uuid) AS actions
       FROM ai_cos_coordination_events e JOIN ai_cos_plans p ON p.id = e.plan_id
      ORDER BY e.created_at`
  );
  const first = await pool.query<{ eventId: string; id: string }>(
    'SELECT DISTINCT ON (event_id) event_id AS "eventId", id FROM ai_cos_plans ORDER BY event_id, revision'
  );
  const firstPlan = new Map(first.rows.map((row) => [row.eventId, row.id]));
  return rows.map((row) => ({
    eventId: row.eventId,
    kpiIds: row.kpiIds,
    roots: row.roots.map((root) => root.kpiId),
    speaking: row.speaking,
    actions: row.actions ?? [],
    day: plannedOn.get(firstPlan.get(row.eventId) ?? row.id) ?? 0,
    revision: row.revision,
  }));
}
