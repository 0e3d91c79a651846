import type { Facts } from '../twin/facts.ts';
import type { DayFigures } from '../twin/figures.ts';
import type { ColumnOf, TableName, Value } from '../twin/tables.ts';

export type MemoryRow<T extends TableName> = Partial<Record<ColumnOf<T>, Value>>;

/** Facts of many days in memory: rows by table with their later events applied. */
export interface MemorySink {
  readonly figures: DayFigures[];
  add(facts: Facts, figures: DayFigures): void;
  rows<T extends TableName>(table: T): readonly MemoryRow<T>[];
}

export function createMemorySink(): MemorySink {
  const tables = new Map<TableName, Record<string, Value>[]>();
  const byId = new Map<TableName, Map<Value, Record<string, Value>>>();
  const figures: DayFigures[] = [];
  return {
    figures,
    add(facts, day) {
      figures.push(day);
      for (const [table, rows] of facts.inserts) {
        const kept = tables.get(table) ?? [];
        const index = byId.get(table) ?? new Map<Value, Record<string, Value>>();
        for (const row of rows as Record<string, Value>[]) {
          kept.push(row);
          if (row['id'] !== undefined) index.set(row['id'], row);
        }
        tables.set(table, kept);
        byId.set(table, index);
      }
      for (const { table, id, set } of facts.updates) {
        const row = byId.get(table)?.get(id);
        if (row !== undefined) Object.assign(row, set);
      }
      for (const [table, rows] of facts.levels) tables.set(table, rows as Record<string, Value>[]);
    },
    rows: <T extends TableName>(table: T) => (tables.get(table) ?? []) as MemoryRow<T>[],
  };
}
