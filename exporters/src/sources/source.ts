import { createPool, type PoolClient } from '@ai-cos/service-kit';
import { setTimeout as after } from 'node:timers/promises';
import { valuesOf, type ParameterValues, type Statement } from '../sql/parameters.ts';
import { QueryTimeout } from './failure.ts';

export type Row = Readonly<Record<string, unknown>>;
/** Rows are what the statement selects; `T` is the caller's word for it. */
export type Ask = <T extends object = Row>(statement: Statement, values: ParameterValues) => Promise<readonly T[]>;

export interface Column {
  readonly name: string;
  /** Type of the column as PostgreSQL's catalog numbers it. */
  readonly typeId: number;
}

/** A database of the company, read only. */
export interface Source {
  readonly name: string;
  /** One read-only transaction with time limit, UTC days and no JIT; one failed statement ends it. */
  reading<T>(work: (ask: Ask) => Promise<T>): Promise<T>;
  /** The columns a statement would return; runs it for no row, so it fails like the statement itself would. */
  columns(statement: Statement, values: ParameterValues): Promise<readonly Column[]>;
  close(): Promise<void>;
}

export interface SourceOptions {
  readonly name: string;
  readonly url: string;
  readonly timeoutSeconds: number;
  readonly maxConnections?: number;
  readonly onError: (error: Error) => void;
}

/** The server cancels at the time limit; this much later the connection itself is taken for dead. */
const graceMs = 2_000;

export function createSource({ name, url, timeoutSeconds, maxConnections = 3, onError }: SourceOptions): Source {
  const pool = createPool({ url, applicationName: 'ai-cos-exporters', max: maxConnections, onError });
  const timeoutMs = timeoutSeconds * 1_000;
  const limitMs = timeoutMs + graceMs;
  const begin = [
    'BEGIN READ ONLY',
    `SET LOCAL statement_timeout = ${String(timeoutMs)}`,
    'SET LOCAL jit = off',
    "SET LOCAL TimeZone = 'UTC'",
    'SET LOCAL search_path = shop, public',
  ].join('; ');

  async function transaction<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await pool.connect();
    let dead: Error | undefined;
    try {
      await within(client.query(begin), limitMs);
      const result = await work(client);
      await within(client.query('COMMIT'), limitMs);
      return result;
    } catch (error) {
      dead = await rollBack(client, error);
      throw error;
    } finally {
      client.release(dead);
    }
  }

  return {
    name,
    reading: (work) =>
      transaction((client) =>
        work(async <T extends object>(statement: Statement, values: ParameterValues) => {
          const parameters = valuesOf(statement, values);
          return (await within(client.query<T>(statement.text, parameters), limitMs)).rows;
        })
      ),
    columns: (statement, values) =>
      transaction(async (client) => {
        const text = `SELECT * FROM (${statement.text}) AS described LIMIT 0`;
        const { fields } = await within(client.query(text, valuesOf(statement, values)), limitMs);
        return fields.map((field) => ({ name: field.name, typeId: field.dataTypeID }));
      }),
    close: () => pool.end(),
  };
}

/** Returns the reason to throw the connection away, if it cannot be used again. */
async function rollBack(client: PoolClient, error: unknown): Promise<Error | undefined> {
  if (error instanceof QueryTimeout) return error;
  return within(client.query('ROLLBACK'), graceMs).then(
    () => undefined,
    (failure: unknown) => (failure instanceof Error ? failure : new Error(String(failure)))
  );
}

async function within<T>(query: Promise<T>, limitMs: number): Promise<T> {
  const cancel = new AbortController();
  const limit = after(limitMs, undefined, { signal: cancel.signal }).then(
    () => {
      throw new QueryTimeout(`no answer within ${String(limitMs / 1_000)} s`);
    },
    () => new Promise<never>(() => undefined)
  );
  try {
    return await Promise.race([query, limit]);
  } finally {
    cancel.abort();
    // The query may still fail after its connection was given up.
    query.catch(() => undefined);
  }
}
