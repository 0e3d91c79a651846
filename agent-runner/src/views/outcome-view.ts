import type { Db } from '@ai-cos/service-kit';
import type { Outcome } from '../contract/index.ts';

type OutcomeRow = Omit<Outcome, 'windowFromAsOf' | 'windowToAsOf' | 'decidedAsOf'> & {
  windowFromAsOf: Date;
  windowToAsOf: Date;
  decidedAsOf: Date;
};

/** Verdicts on an action and on the KPIs of its plan. */
export async function outcomesOf(
  db: Db,
  { planId, actionId }: { planId: string | null; actionId: string | null }
): Promise<Outcome[]> {
  const { rows } = await db.query<OutcomeRow>(
    `SELECT kpi_id AS "kpiId", scope, verdict, predicted::float8, realised::float8, low::float8, high::float8, unit, reason,
            window_from_as_of AS "windowFromAsOf", window_to_as_of AS "windowToAsOf", decided_as_of AS "decidedAsOf"
       FROM ai_cos_outcomes
      WHERE (scope = 'plan' AND plan_id = $1) OR (scope = 'action' AND ($2::uuid IS NULL AND plan_id = $1 OR action_id = $2))
      ORDER BY decided_at, id`,
    [planId, actionId]
  );
  return rows.map((row) => ({
    ...row,
    windowFromAsOf: row.windowFromAsOf.toISOString(),
    windowToAsOf: row.windowToAsOf.toISOString(),
    decidedAsOf: row.decidedAsOf.toISOString(),
  }));
}
