import type { Pool, PoolClient } from '@ai-cos/service-kit';
import { CompanyUnreadable, type CompanyReader } from './company-reader.ts';
import { sqlOf, type NamedQuery, type QueryParam } from './named-query.ts';

export interface PostgresReaderOptions {
  readonly pool: Pool;
  readonly asOf: Date;
  readonly timeoutMs: number;
  readonly rowCap: number;
}

/** Reads as of one moment: each query in its own READ ONLY transaction with time-out and row cap. */
export function postgresReader(options: PostgresReaderOptions): CompanyReader {
  return {
    async query(query, params = []) {
      const raw = await readRows(options, query.name, [options.asOf.toISOString(), ...params]);
      const truncated = raw.length > options.rowCap;
      return { name: query.name, rows: parseRows(query, raw.slice(0, options.rowCap)), truncated };
    },
  };
}

/** Rows as the query promised them; anything else is unreadable, never guessed. */
export function parseRows<Row>(query: NamedQuery<Row>, raw: readonly unknown[]): Row[] {
  const rows: Row[] = [];
  for (const candidate of raw) {
    const parsed = query.row.safeParse(candidate);
    if (!parsed.success) throw new CompanyUnreadable(query.name, `unexpected row: ${parsed.error.message}`);
    rows.push(parsed.data);
  }
  return rows;
}

async function readRows(
  { pool, timeoutMs, rowCap }: PostgresReaderOptions,
  name: string,
  params: readonly QueryParam[]
): Promise<unknown[]> {
  const client = await pool.connect();
  let broken = false;
  try {
    await begin(client, timeoutMs);
    const text = `SELECT * FROM (${sqlOf(name)}) AS answer LIMIT ${String(rowCap + 1)}`;
    const { rows } = await client.query<Record<string, unknown>>(text, [...params]);
    return rows;
  } catch (error) {
    throw unreadable(name, error);
  } finally {
    broken = await client.query('ROLLBACK').then(
      () => false,
      () => true
    );
    client.release(broken);
  }
}

async function begin(client: PoolClient, timeoutMs: number): Promise<void> {
  // JIT compiles longer than these queries run; UTC makes date_trunc mean the same everywhere.
  await client.query(
    `BEGIN READ ONLY; SET LOCAL statement_timeout = ${String(timeoutMs)}; SET LOCAL jit = off; SET LOCAL timezone = 'UTC'`
  );
}

/** SQL states of a missing table, column, schema or right: the company does not have this; others are failures. */
const absent = new Set(['42P01', '42703', '3F000', '42501']);

function unreadable(name: string, error: unknown): unknown {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string' && absent.has(error.code)) {
    return new CompanyUnreadable(name, error.message);
  }
  return error;
}
