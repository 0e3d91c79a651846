import type { Db } from '@ai-cos/service-kit';

/** Approved steps that waited for this one. */
export async function readyDependents(db: Db, id: string): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `SELECT id FROM ai_cos_actions WHERE depends_on @> ARRAY[$1::uuid] AND state = 'approved'`,
    [id]
  );
  return rows.map((row) => row.id);
}

/** A dead step cancels what was waiting for it, and what waited for that, unless the dependency is optional. */
export async function cancelDependents(db: Db, id: string, asOf: Date): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `WITH RECURSIVE waiting(id) AS (
       SELECT a.id FROM ai_cos_actions a
       WHERE a.depends_on @> ARRAY[$1::uuid] AND NOT a.optional_dependencies @> ARRAY[$1::uuid]
       UNION
       SELECT a.id FROM ai_cos_actions a JOIN waiting w
         ON a.depends_on @> ARRAY[w.id] AND NOT a.optional_dependencies @> ARRAY[w.id]),
     t AS (
       UPDATE ai_cos_actions a
       SET state = 'cancelled', state_reason = 'a step it depends on did not happen', row_version = row_version + 1,
           state_since_at = clock_timestamp()
       FROM waiting w
       WHERE a.id = w.id AND a.state IN ('proposed', 'pending_approval', 'changes_requested', 'approved')
       RETURNING a.id, a.row_version),
     o AS (INSERT INTO ai_cos_outbox (topic, ref, row_version) SELECT 'action', id, row_version FROM t),
     u AS (INSERT INTO ai_cos_audit_log (event, actor, ref, as_of, detail)
           SELECT 'action.cancelled', 'executor', id::text, $2, jsonb_build_object('because', $1::text) FROM t)
     SELECT id FROM t`,
    [id, asOf]
  );
  return rows.map((row) => row.id);
}
