import type { PoolClient } from '@ai-cos/service-kit';
import { isoOf, daySeconds } from '../twin/calendar.ts';
import type { Facts, RowUpdate } from '../twin/facts.ts';
import { tableNames, tables, type TableName } from '../twin/tables.ts';
import { copyRows } from './copy.ts';

/** Writes the facts of one day within the caller's transaction: new rows, later events of older rows, levels, watermark. */
export async function writeFacts(client: PoolClient, facts: Facts): Promise<void> {
  for (const table of tableNames) await copyRows(client, table, facts.inserts.get(table) ?? []);
  await applyUpdates(client, facts.updates);
  for (const [table, rows] of facts.levels) await upsertLevels(client, table, rows);
  await client.query('UPDATE shop.source_feeds SET loaded_through = $1', [isoOf((facts.day + 1) * daySeconds)]);
}

/** Updates of the same columns go out as one statement; the row type of the table does the casts. */
async function applyUpdates(client: PoolClient, updates: readonly RowUpdate[]): Promise<void> {
  const groups = new Map<string, { table: TableName; columns: string[]; rows: Map<number | string, object> }>();
  for (const { table, id, set } of updates) {
    const columns = Object.keys(set).sort();
    const name = `${table}:${columns.join(',')}`;
    const group = groups.get(name) ?? { table, columns, rows: new Map() };
    // Of two updates of a row the later one wins.
    group.rows.set(id, { id, ...set });
    groups.set(name, group);
  }
  for (const { table, columns, rows } of groups.values()) {
    const assignments = columns.map((column) => `${column} = v.${column}`).join(', ');
    await client.query(
      `UPDATE shop.${table} t SET ${assignments} FROM jsonb_populate_recordset(NULL::shop.${table}, $1::jsonb) v WHERE t.id = v.id`,
      [JSON.stringify([...rows.values()])]
    );
  }
}

async function upsertLevels(client: PoolClient, table: TableName, rows: readonly object[]): Promise<void> {
  const columns = tables[table].join(', ');
  const changes = tables[table].map((column) => `${column} = EXCLUDED.${column}`).join(', ');
  await client.query(
    `INSERT INTO shop.${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::shop.${table}, $1::jsonb)
     ON CONFLICT (product_id, warehouse_id) DO UPDATE SET ${changes}`,
    [JSON.stringify(rows)]
  );
}
