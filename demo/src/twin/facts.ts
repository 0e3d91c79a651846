import type { ColumnOf, RowOf, TableName } from './tables.ts';

export interface RowUpdate {
  readonly table: TableName;
  readonly id: number | string;
  readonly set: Readonly<Record<string, string | number | boolean | null>>;
}

/** What one business day wrote: new rows per table, dated columns of older rows, and current levels. */
export interface Facts {
  readonly day: number;
  readonly inserts: Map<TableName, object[]>;
  readonly updates: RowUpdate[];
  /** Live levels (`inventory_levels`): the last row per key wins. */
  readonly levels: Map<TableName, object[]>;
}

export function emptyFacts(day: number): Facts {
  return { day, inserts: new Map(), updates: [], levels: new Map() };
}

export function insert<T extends TableName>(facts: Facts, table: T, row: RowOf<T>): void {
  const rows = facts.inserts.get(table);
  if (rows === undefined) facts.inserts.set(table, [row]);
  else rows.push(row);
}

export function update<T extends TableName>(
  facts: Facts,
  table: T,
  id: number | string,
  set: { readonly [C in ColumnOf<T>]?: string | number | boolean | null }
): void {
  facts.updates.push({ table, id, set: set as RowUpdate['set'] });
}

export function level<T extends TableName>(facts: Facts, table: T, row: RowOf<T>): void {
  const rows = facts.levels.get(table);
  if (rows === undefined) facts.levels.set(table, [row]);
  else rows.push(row);
}
