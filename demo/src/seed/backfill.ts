import type { PoolClient } from '@ai-cos/service-kit';
import { copyRows } from '../sinks/copy.ts';
import type { Facts } from '../twin/facts.ts';
import { tableNames, type TableName } from '../twin/tables.ts';

/** Rows of these tables still change after the day that wrote them; they are copied last, with their changes. */
const changing = new Set<TableName>([
  'products',
  'warehouses',
  'campaigns',
  'orders',
  'fulfillments',
  'returns',
  'invoices',
  'tickets',
  'purchase_orders',
  'purchase_order_items',
  'email_sends',
  'employees',
  'job_requisitions',
  'features',
  'vulnerabilities',
]);

/** Collects facts of many days and copies them in bulk; foreign keys are off meanwhile. */
export class Backfill {
  readonly #client: PoolClient;
  readonly #ready = new Map<TableName, object[]>();
  readonly #held = new Map<TableName, Map<unknown, object>>();
  readonly #levels = new Map<TableName, object[]>();

  constructor(client: PoolClient) {
    this.#client = client;
  }

  add(facts: Facts): void {
    for (const [table, rows] of facts.inserts) {
      if (changing.has(table)) this.#hold(table, rows);
      else {
        const ready = this.#ready.get(table);
        if (ready === undefined) this.#ready.set(table, [...rows]);
        else for (const row of rows) ready.push(row);
      }
    }
    for (const { table, id, set } of facts.updates) {
      const row = this.#held.get(table)?.get(id);
      if (row !== undefined) Object.assign(row, set);
    }
    for (const [table, rows] of facts.levels) this.#levels.set(table, rows);
  }

  /** Copies what can no longer change. */
  async flush(): Promise<void> {
    for (const table of tableNames) await copyRows(this.#client, table, this.#ready.get(table) ?? []);
    this.#ready.clear();
  }

  async finish(): Promise<void> {
    for (const [table, rows] of this.#held) this.#ready.set(table, [...rows.values()]);
    for (const [table, rows] of this.#levels) this.#ready.set(table, rows);
    await this.flush();
  }

  #hold(table: TableName, rows: readonly object[]): void {
    const held = this.#held.get(table) ?? new Map<unknown, object>();
    for (const row of rows) held.set((row as { id?: unknown }).id, row);
    this.#held.set(table, held);
  }
}
