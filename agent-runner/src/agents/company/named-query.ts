import { readFileSync } from 'node:fs';
import type { z } from 'zod';

export type QueryParam = string | number | boolean | readonly number[] | readonly string[] | null;

/** A query of `agents/queries/<name>.sql`; $1 is always the business time it looks at, `row` what one row must look like. */
export interface NamedQuery<Row> {
  readonly name: string;
  readonly row: z.ZodType<Row>;
}

export interface QueryResult<Row> {
  readonly name: string;
  readonly rows: readonly Row[];
  /** True when the row cap cut the answer. */
  readonly truncated: boolean;
}

const texts = new Map<string, string>();

/** The text of a named query, read once. */
export function sqlOf(name: string): string {
  const known = texts.get(name);
  if (known !== undefined) return known;
  const text = readFileSync(new URL(`../queries/${name}.sql`, import.meta.url), 'utf8')
    .trim()
    .replace(/;$/, '');
  texts.set(name, text);
  return text;
}
