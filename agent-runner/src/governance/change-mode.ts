import { inTransaction, type Clock, type Pool } from '@ai-cos/service-kit';
import { appendAudit } from '../audit/append.ts';
import type { Mode } from '../contract/index.ts';
import { enqueueOutbox } from '../outbox/enqueue.ts';

export interface SettingsChange {
  reason: string;
  /** Name of the person. */
  by: string;
  route: string;
}

/** Changes the mode and keeps when, who and why; choosing the mode in force again changes nothing. */
export async function changeMode(
  { pool, clock }: { pool: Pool; clock: Clock },
  mode: Mode,
  { reason, by, route }: SettingsChange
): Promise<void> {
  await inTransaction(pool, async (tx) => {
    const { rows } = await tx.query<{ rowVersion: number }>(
      `UPDATE ai_cos_settings SET mode = $1, mode_since_at = clock_timestamp(), mode_by = $2, mode_reason = $3,
              row_version = row_version + 1 WHERE mode <> $1 RETURNING row_version AS "rowVersion"`,
      [mode, by, reason]
    );
    const row = rows[0];
    if (row === undefined) return;
    await tx.query('INSERT INTO ai_cos_mode_history (mode, as_of, by, reason) VALUES ($1, $2, $3, $4)', [
      mode,
      clock.now(),
      by,
      reason,
    ]);
    await appendAudit(tx, {
      event: 'mode.changed',
      ref: mode,
      actor: by,
      route,
      asOf: clock.now(),
      detail: { reason },
    });
    await enqueueOutbox(tx, { topic: 'mode', ref: mode, rowVersion: row.rowVersion });
  });
}
