import type { Db, Logger } from '@ai-cos/service-kit';
import type { Channel } from './channel.ts';

const MAX_ATTEMPTS = 5;

/** Sends what waits; a failure is kept and tried again later, and never blocks anything else. */
export async function deliverNotices(db: Db, channel: Channel, log: Logger): Promise<number> {
  const { rows } = await db.query<{ id: string; text: string; attempts: number }>(
    `UPDATE ai_cos_notifications SET attempts = attempts + 1,
            next_attempt_at = clock_timestamp() + (2 ^ attempts) * interval '30 seconds'
      WHERE id IN (SELECT id FROM ai_cos_notifications
                    WHERE state = 'waiting' AND channel = $1 AND next_attempt_at <= clock_timestamp()
                    ORDER BY created_at LIMIT 20 FOR UPDATE SKIP LOCKED)
      RETURNING id, body ->> 'text' AS text, attempts`,
    [channel.name]
  );
  for (const { id, text, attempts } of rows) {
    try {
      await channel.send(text);
      await db.query(
        `UPDATE ai_cos_notifications SET state = 'sent', sent_at = clock_timestamp(), error = NULL WHERE id = $1`,
        [id]
      );
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      log.warn({ channel: channel.name, reason }, 'a message was not taken');
      await db.query(
        `UPDATE ai_cos_notifications SET error = $2, state = CASE WHEN $3 THEN 'failed' ELSE state END WHERE id = $1`,
        [id, reason, attempts >= MAX_ATTEMPTS]
      );
    }
  }
  return rows.length;
}
