import type { Db } from '@ai-cos/service-kit';
import { dateOf } from '../twin/calendar.ts';
import type { Disturbance } from '../twin/disturbance.ts';
import type { LeverCommand } from '../twin/levers.ts';

/** Puts a moved lever on record; it counts from the next business day on. */
export async function orderLever(db: Db, command: LeverCommand, source: string): Promise<void> {
  await db.query(`INSERT INTO twin.commands (kind, payload, source) VALUES ('lever', $1, $2)`, [
    JSON.stringify(command),
    source,
  ]);
}

export async function orderDisturbance(db: Db, disturbance: Disturbance, source: string): Promise<void> {
  await db.query(`INSERT INTO twin.commands (kind, payload, source) VALUES ('disturbance', $1, $2)`, [
    JSON.stringify(disturbance),
    source,
  ]);
}

export interface PendingCommands {
  levers: LeverCommand[];
  disturbances: Disturbance[];
}

/** Commands that no day has seen yet, oldest first; with a day they are taken for it. */
export async function takePending(db: Db, day: number): Promise<PendingCommands> {
  const { rows } = await db.query<PendingRow>(
    `WITH taken AS (UPDATE twin.commands SET applied_day = $1 WHERE applied_day IS NULL RETURNING id, kind, payload)
     SELECT kind, payload FROM taken ORDER BY id`,
    [dateOf(day)]
  );
  return sorted(rows);
}

export async function readPending(db: Db): Promise<PendingCommands> {
  const { rows } = await db.query<PendingRow>(
    'SELECT kind, payload FROM twin.commands WHERE applied_day IS NULL ORDER BY id'
  );
  return sorted(rows);
}

type PendingRow = { kind: 'lever'; payload: LeverCommand } | { kind: 'disturbance'; payload: Disturbance };

function sorted(rows: readonly PendingRow[]): PendingCommands {
  const pending: PendingCommands = { levers: [], disturbances: [] };
  for (const row of rows) {
    if (row.kind === 'lever') pending.levers.push(row.payload);
    else pending.disturbances.push(row.payload);
  }
  return pending;
}
