import type { Db } from '@ai-cos/service-kit';

/** An action in state `executing` under our lease; `attempt` is the fencing token of every write about it. */
export interface ClaimedAction {
  readonly id: string;
  readonly agentId: string;
  readonly type: string;
  readonly connector: string;
  readonly title: string;
  readonly description: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly revision: number;
  readonly digest: string;
  readonly attempt: number;
  /** The action this one undoes. */
  readonly compensatesId: string | null;
  readonly traceContext: string | null;
}

export interface ClaimOptions {
  readonly id: string;
  readonly installation: string;
  readonly leaseSeconds: number;
  readonly asOf: Date;
}

/** approved → executing: the approval is of exactly these parameters and valid, dependencies are done, nothing is stopped. */
const claimable = `state = 'approved' AND approved_digest = params_digest AND approval_expires_at > clock_timestamp()
  AND (retry_after_at IS NULL OR retry_after_at <= clock_timestamp())
  AND NOT EXISTS (SELECT 1 FROM ai_cos_settings WHERE kill_switch)
  AND NOT EXISTS (SELECT 1 FROM ai_cos_agent_state s WHERE s.agent_id = a.agent_id AND s.state = 'paused')
  AND (SELECT count(*) FROM ai_cos_actions d WHERE d.id = ANY(a.depends_on)
        -- 'unverifiable': the effect is there, only its measurement failed.
        AND (d.state IN ('succeeded', 'verified', 'unverifiable')
          OR d.id = ANY(a.optional_dependencies)
            AND d.state IN ('failed', 'rejected', 'expired', 'cancelled', 'superseded', 'ineffective', 'rolled_back')))
    = cardinality(a.depends_on)`;

/** A lease that ran out: earns the right to ask the target by key, not to call; the claim used up the approval. */
const abandoned = `state = 'executing' AND lease_until < clock_timestamp()`;

/** Moves the action and writes attempt, outbox and audit rows in one statement; no row: somebody else moved it. */
function statement(guard: string, event: string, kind: 'call' | 'reconcile'): string {
  return `WITH t AS (
      UPDATE ai_cos_actions a
      SET state = 'executing', state_reason = NULL, row_version = row_version + 1, attempt = attempt + 1,
          state_since_at = CASE WHEN state = 'executing' THEN state_since_at ELSE clock_timestamp() END,
          lease_until = clock_timestamp() + make_interval(secs => $2), retry_after_at = NULL
      WHERE id = $1 AND ${guard}
      RETURNING *),
    o AS (INSERT INTO ai_cos_outbox (topic, ref, row_version) SELECT 'action', id, row_version FROM t),
    u AS (INSERT INTO ai_cos_audit_log (event, actor, ref, as_of, detail)
          SELECT '${event}', 'executor', id::text, $3, jsonb_build_object('attempt', attempt, 'digest', params_digest) FROM t),
    n AS (INSERT INTO ai_cos_action_attempts (action_id, attempt, idempotency_key, digest, kind, started_as_of)
          SELECT id, attempt, encode(sha256(convert_to($4 || E'\\n' || id || E'\\n' || revision, 'UTF8')), 'hex'),
                 params_digest, '${kind}', $3 FROM t)
    SELECT id, agent_id AS "agentId", type, connector, title, description, parameters, revision,
           params_digest AS digest, attempt, compensates_id AS "compensatesId", trace_context AS "traceContext" FROM t`;
}

const claimStatement = statement(claimable, 'action.claimed', 'call');
const takeOverStatement = statement(abandoned, 'action.taken_over', 'reconcile');

async function move(db: Db, sql: string, options: ClaimOptions): Promise<ClaimedAction | undefined> {
  const { id, installation, leaseSeconds, asOf } = options;
  const { rows } = await db.query<ClaimedAction>(sql, [id, leaseSeconds, asOf, installation]);
  return rows[0];
}

export function claim(db: Db, options: ClaimOptions): Promise<ClaimedAction | undefined> {
  return move(db, claimStatement, options);
}

export function takeOver(db: Db, options: ClaimOptions): Promise<ClaimedAction | undefined> {
  return move(db, takeOverStatement, options);
}

/** Re-checked after the claim is committed and right before the call: switch off, digest as approved, lease still ours. */
export async function mayCall(db: Db, { id, attempt, digest }: ClaimedAction): Promise<boolean> {
  const { rows } = await db.query(
    `SELECT 1 FROM ai_cos_actions a WHERE id = $1 AND attempt = $2 AND state = 'executing' AND params_digest = $3
       AND approved_digest = $3 AND lease_until > clock_timestamp()
       AND NOT EXISTS (SELECT 1 FROM ai_cos_settings WHERE kill_switch)
       AND NOT EXISTS (SELECT 1 FROM ai_cos_agent_state s WHERE s.agent_id = a.agent_id AND s.state = 'paused')`,
    [id, attempt, digest]
  );
  return rows.length === 1;
}
