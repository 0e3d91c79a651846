import type { QueryFile } from './query-file.ts';

export type Fragments = ReadonlyMap<string, QueryFile>;

/** The fragments a query needs, each after those it needs itself. */
function inOrder(uses: readonly string[], fragments: Fragments, found: Map<string, QueryFile>): void {
  for (const name of uses) {
    if (found.has(name)) continue;
    const fragment = fragments.get(name);
    if (fragment === undefined) throw new Error(`there is no query fragment "${name}"`);
    inOrder(fragment.uses, fragments, found);
    found.set(name, fragment);
  }
}

function indented(sql: string): string {
  return sql.replaceAll(/^(?=.)/gm, '  ');
}

/** One statement from a query and its fragments, ending in `tail`, which reads the query as `result`. */
export function compose(query: QueryFile, fragments: Fragments, tail: string): string {
  const found = new Map<string, QueryFile>();
  inOrder(query.uses, fragments, found);
  const parts = [...found.values(), { ...query, name: 'result' }];
  const ctes = parts.map(({ name, select }) => `${name} AS (\n${indented(select)}\n)`);
  return `WITH ${ctes.join(', ')}\n${tail}`;
}

function valueColumn(query: QueryFile): string {
  // Counts are integers: without the cast the division would drop the fraction.
  return query.scale === undefined
    ? ''
    : `round(${query.scale}::numeric * numerator / nullif(denominator, 0), 4) AS value, `;
}

/** More rows than this are a mistake: one per store, and at most 20 stores. */
export const kpiRowCap = 21;

export function composeKpi(query: QueryFile, fragments: Fragments): string {
  return compose(query, fragments, `SELECT ${valueColumn(query)}result.* FROM result LIMIT ${String(kpiRowCap)}`);
}

export function composeFlow(query: QueryFile, fragments: Fragments): string {
  // A driver would turn a date into an instant of the local time zone.
  const columns = `${valueColumn(query)}to_char(day, 'YYYY-MM-DD') AS iso_day, result.*`;
  return compose(query, fragments, `SELECT ${columns} FROM result ORDER BY day LIMIT 4000`);
}
