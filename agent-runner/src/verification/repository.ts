import { actionTypes, isActionTypeId } from '@ai-cos/catalog';
import type { Db } from '@ai-cos/service-kit';
import { actionSelect } from '../actions/columns.ts';
import type { ActionRow } from '../actions/types.ts';
import type { StoredBaseline, VerifiableAction } from './types.ts';

/** Executed actions of the same plan (or the one action that has no plan) that still wait for a verdict. */
export async function awaitingVerdict(db: Db, actionId: string): Promise<VerifiableAction[]> {
  const { rows } = await db.query<ActionRow>(
    `SELECT ${actionSelect} FROM ai_cos_actions
      WHERE state = 'succeeded' AND executed_as_of IS NOT NULL
        AND (id = $1 OR plan_id = (SELECT plan_id FROM ai_cos_actions WHERE id = $1))
      ORDER BY executed_as_of, id`,
    [actionId]
  );
  return rows.map(verifiable);
}

function verifiable(row: ActionRow): VerifiableAction {
  if (row.executedAsOf === null || row.verifyDueAsOf === null)
    throw new Error(`action ${row.id} has no execution time`);
  if (!isActionTypeId(row.type)) throw new Error(`the catalog has no action type "${String(row.type)}"`);
  const type = actionTypes[row.type];
  return {
    id: row.id,
    planId: row.planId,
    eventId: row.eventId,
    agentId: row.agentId,
    type: row.type,
    title: row.title,
    parameters: row.parameters,
    revision: row.revision,
    predictions: row.expectedImprovement,
    executedAsOf: row.executedAsOf,
    verifyDueAsOf: row.verifyDueAsOf,
    lagDays: type.lagDays,
    windowDays: type.windowDays,
    baseline: row.baseline as StoredBaseline | null,
  };
}

/** Plan steps that are still on their way: their effect may fall into the window. */
export async function unfinishedSteps(db: Db, planId: string): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM ai_cos_actions WHERE plan_id = $1 AND state IN ('approved', 'executing')`,
    [planId]
  );
  return rows[0]?.count ?? 0;
}

export interface NewOutcome {
  readonly scope: 'plan' | 'action';
  readonly planId: string | null;
  readonly actionId: string | null;
  readonly kpiId: string | null;
  readonly verdict: string;
  readonly reason: string;
  readonly predicted: number | null;
  readonly realised: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string | null;
  readonly confounders: readonly string[];
  readonly postcheck: boolean | null;
  readonly from: Date;
  readonly to: Date;
  readonly decidedAsOf: Date;
}

/** Writes a verdict once; a second writer changes nothing. */
export async function insertOutcome(db: Db, outcome: NewOutcome): Promise<void> {
  await db.query(
    `INSERT INTO ai_cos_outcomes (scope, plan_id, action_id, kpi_id, verdict, reason, predicted, realised, low, high, unit,
                                  confounders, postcheck, window_from_as_of, window_to_as_of, decided_as_of)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
     ON CONFLICT DO NOTHING`,
    [
      outcome.scope,
      outcome.planId,
      outcome.actionId,
      outcome.kpiId,
      outcome.verdict,
      outcome.reason,
      outcome.predicted,
      outcome.realised,
      outcome.low,
      outcome.high,
      outcome.unit,
      JSON.stringify(outcome.confounders),
      outcome.postcheck,
      outcome.from,
      outcome.to,
      outcome.decidedAsOf,
    ]
  );
}
