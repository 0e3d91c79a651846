import type { Db } from '@ai-cos/service-kit';
import { actionSelect } from './columns.ts';
import type { ActionRow } from './types.ts';

export async function loadAction(db: Db, id: string): Promise<ActionRow | undefined> {
  const { rows } = await db.query<ActionRow>(`SELECT ${actionSelect} FROM ai_cos_actions WHERE id = $1`, [id]);
  return rows[0];
}

/** Locks the row until the transaction ends: every decision begins here, so that two of them see each other. */
export async function lockAction(db: Db, id: string): Promise<ActionRow | undefined> {
  const { rows } = await db.query<ActionRow>(`SELECT ${actionSelect} FROM ai_cos_actions WHERE id = $1 FOR UPDATE`, [
    id,
  ]);
  return rows[0];
}

/** Actions of an event, current revisions and older ones, oldest first. */
export async function actionsOfEvent(db: Db, eventId: string): Promise<ActionRow[]> {
  const { rows } = await db.query<ActionRow>(
    `SELECT ${actionSelect} FROM ai_cos_actions WHERE event_id = $1 ORDER BY created_at, id`,
    [eventId]
  );
  return rows;
}
