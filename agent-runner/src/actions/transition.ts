import type { Db } from '@ai-cos/service-kit';
import type { ActionState } from '../contract/index.ts';
import { actionColumns, actionSelect, columnValue } from './columns.ts';
import type { ActionRow } from './types.ts';

/** A moment of wall time, or one so many milliseconds after the database's present. */
export type WallInstant = Date | { readonly inMs: number } | null;

type WallField = 'approvalExpiresAt' | 'leaseUntil' | 'retryAfterAt' | 'executedAt' | 'escalatedAt';
type PlainField =
  | 'approvedDigest'
  | 'attempt'
  | 'baseline'
  | 'dependsOn'
  | 'dryRun'
  | 'executedAsOf'
  | 'receipt'
  | 'urgency'
  | 'verifyDueAsOf';

export type ActionChange = Partial<Pick<ActionRow, PlainField>> & Partial<Record<WallField, WallInstant>>;

export interface TransitionRequest {
  id: string;
  from: ActionState | readonly ActionState[];
  to: ActionState;
  rowVersion?: number;
  reason: string | null;
  /** Person or part of the system that moved it. */
  actor: string;
  /** How it came in: `api`, `cli`, `grafana`, `coordination`, `sweeper`, … */
  route: string;
  /** Business time of the move. */
  asOf?: Date;
  set?: ActionChange;
  /** Name in the audit log; default `action.<to>`. */
  event?: string;
  detail?: Readonly<Record<string, unknown>>;
}

/**
 * Moves an action in ONE guarded statement with its audit and outbox rows; undefined means somebody else moved it:
 * read again, never force.
 */
export async function transitionAction(db: Db, request: TransitionRequest): Promise<ActionRow | undefined> {
  const values: unknown[] = [
    request.id,
    Array.isArray(request.from) ? request.from : [request.from],
    request.to,
    request.rowVersion ?? null,
    request.reason,
    request.actor,
    request.route,
    request.asOf ?? null,
    request.event ?? `action.${request.to}`,
    JSON.stringify(request.detail ?? {}),
  ];
  const changes = changesOf(request.set ?? {}, values);
  const { rows } = await db.query<ActionRow>(
    `WITH moved AS (
       UPDATE ai_cos_actions SET state = $3, state_reason = $5, state_since_at = clock_timestamp(),
              row_version = row_version + 1${changes}
        WHERE id = $1 AND state = ANY ($2) AND ($4::int IS NULL OR row_version = $4)
       RETURNING ${actionSelect}),
     told AS (
       INSERT INTO ai_cos_outbox (topic, ref, row_version) SELECT 'action', id, "rowVersion" FROM moved),
     noted AS (
       INSERT INTO ai_cos_audit_log (event, ref, actor, route, as_of, detail)
       SELECT $9, id, $6, $7, $8::timestamptz,
              jsonb_build_object('state', state, 'reason', "stateReason", 'revision', revision, 'digest', digest,
                                 'rowVersion', "rowVersion") || $10::jsonb FROM moved)
     SELECT * FROM moved`,
    values
  );
  return rows[0];
}

function changesOf(set: ActionChange, values: unknown[]): string {
  let sql = '';
  for (const [field, value] of Object.entries(set) as [keyof ActionRow, unknown][]) {
    const column = actionColumns[field];
    if (isDelay(value)) {
      values.push(value.inMs);
      sql += `, ${column} = clock_timestamp() + $${String(values.length)} * interval '1 millisecond'`;
    } else if (value !== undefined) {
      values.push(columnValue(field, value));
      sql += `, ${column} = $${String(values.length)}`;
    }
  }
  return sql;
}

function isDelay(value: unknown): value is { inMs: number } {
  return typeof value === 'object' && value !== null && 'inMs' in value && typeof value.inMs === 'number';
}
