import type { Company, KpiId } from '@ai-cos/catalog';
import type { Db } from '@ai-cos/service-kit';
import type { MaturingDay } from './types.ts';

export interface EffectWindow {
  readonly from: Date;
  readonly to: Date;
}

export interface ConfounderRequest {
  readonly kpiId: KpiId;
  readonly planId: string | null;
  readonly actionIds: readonly string[];
  readonly window: EffectWindow;
}

/** Actions of other plans on the same KPI whose effect falls into the window. */
export async function overlappingPlans(db: Db, request: ConfounderRequest): Promise<string[]> {
  const { rows } = await db.query<{ title: string }>(
    `SELECT title FROM ai_cos_actions
      WHERE kpi_ids @> ARRAY[$1] AND NOT id = ANY ($2) AND (plan_id IS NULL OR plan_id IS DISTINCT FROM $3)
        AND executed_as_of < $5 AND verify_due_as_of > $4
        AND state IN ('succeeded', 'verified', 'ineffective', 'harmful', 'unverifiable', 'rolling_back', 'rolled_back')
      ORDER BY executed_as_of LIMIT 5`,
    [request.kpiId, request.actionIds, request.planId, request.window.from, request.window.to]
  );
  return rows.map(({ title }) => `another plan acted on the same KPI: ${title}`);
}

/** Holidays, sales, maintenance and data incidents of the company that touch the window. */
export function calendarConfounders(company: Company, kpiId: KpiId, { from, to }: EffectWindow): string[] {
  const first = from.toISOString().slice(0, 10);
  const last = to.toISOString().slice(0, 10);
  return company.calendar
    .filter((entry) => entry.kind !== 'freeze')
    .filter((entry) => entry.from <= last && entry.to >= first)
    .filter((entry) => entry.kpis?.includes(kpiId) ?? true)
    .map((entry) => `calendar: ${entry.name} (${entry.kind})`);
}

/** Days the feeds have not fully covered; half the window must be there and mature. */
export function feedConfounder(days: readonly MaturingDay[], windowDays: number): string[] {
  const mature = days.filter((day) => day.matured && day.value !== null).length;
  return mature * 2 >= windowDays
    ? []
    : [`only ${String(mature)} of ${String(Math.round(windowDays))} days are complete`];
}
