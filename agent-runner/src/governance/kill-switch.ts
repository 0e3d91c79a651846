import { inTransaction, type Clock, type Pool } from '@ai-cos/service-kit';
import { appendAudit } from '../audit/append.ts';
import { enqueueOutbox } from '../outbox/enqueue.ts';
import type { SettingsChange } from './change-mode.ts';

/** Stops everything that has not begun; the executor asks again right before every effect. */
export async function engageKillSwitch(options: { pool: Pool; clock: Clock }, change: SettingsChange): Promise<void> {
  await set(options, change, 'engaged');
}

export async function releaseKillSwitch(options: { pool: Pool; clock: Clock }, change: SettingsChange): Promise<void> {
  await set(options, change, 'released');
}

async function set(
  { pool, clock }: { pool: Pool; clock: Clock },
  { reason, by, route }: SettingsChange,
  state: 'engaged' | 'released'
): Promise<void> {
  await inTransaction(pool, async (tx) => {
    const { rows } = await tx.query<{ rowVersion: number }>(
      `UPDATE ai_cos_settings SET kill_switch = $1, kill_switch_since_at = clock_timestamp(), kill_switch_by = $2,
              kill_switch_reason = $3, row_version = row_version + 1
        WHERE kill_switch <> $1 RETURNING row_version AS "rowVersion"`,
      [state === 'engaged', by, reason]
    );
    const row = rows[0];
    if (row === undefined) return;
    await appendAudit(tx, {
      event: `kill-switch.${state}`,
      ref: null,
      actor: by,
      route,
      asOf: clock.now(),
      detail: { reason },
    });
    await enqueueOutbox(tx, { topic: 'kill-switch', ref: state, rowVersion: row.rowVersion });
  });
}
