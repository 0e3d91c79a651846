import type { Db } from '@ai-cos/service-kit';
import { actionColumns, actionSelect, columnValue } from './columns.ts';
import type { NewAction } from './propose.ts';
import type { ActionRow } from './types.ts';

/** Inserts an action in state `proposed` with its audit and outbox rows in the same statement. */
export async function insertAction(
  db: Db,
  action: NewAction,
  { actor, route }: { actor: string; route: string }
): Promise<ActionRow> {
  const fields = Object.keys(action) as (keyof NewAction)[];
  const values: unknown[] = [actor, route];
  const places = fields.map((field) => {
    values.push(columnValue(field, action[field]));
    return `$${String(values.length)}`;
  });
  const { rows } = await db.query<ActionRow>(
    `WITH made AS (
       INSERT INTO ai_cos_actions (${fields.map((field) => actionColumns[field]).join(', ')})
       VALUES (${places.join(', ')}) RETURNING ${actionSelect}),
     told AS (INSERT INTO ai_cos_outbox (topic, ref, row_version) SELECT 'action', id, "rowVersion" FROM made),
     noted AS (
       INSERT INTO ai_cos_audit_log (event, ref, actor, route, as_of, detail)
       SELECT 'action.proposed', id, $1, $2, "createdAsOf",
              jsonb_build_object('state', state, 'revision', revision, 'digest', digest, 'agent', "agentId",
                                 'type', type, 'requesters', requesters, 'supersedes', "supersedesId") FROM made)
     SELECT * FROM made`,
    values
  );
  const row = rows[0];
  if (row === undefined) throw new Error(`action ${action.id} was not inserted`);
  return row;
}
