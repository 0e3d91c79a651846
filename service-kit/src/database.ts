import pg from 'pg';

export type Pool = pg.Pool;
export type PoolClient = pg.PoolClient;
/** A pool or a client inside a transaction: the same code runs on both. */
export type Db = Pick<pg.Pool, 'query'>;

export interface PoolOptions {
  url: string;
  applicationName: string;
  max?: number;
  /** Server settings sent once at connection start, e.g. a role claim or a time-out. */
  settings?: Readonly<Record<string, string>>;
  onError: (error: Error) => void;
}

/** A pool whose idle-connection errors are reported instead of ending the process. */
export function createPool({ url, applicationName, max = 10, settings = {}, onError }: PoolOptions): Pool {
  const options = Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${value.replace(/([\\ ])/g, '\\$1')}`)
    .join(' ');
  const pool = new pg.Pool({
    connectionString: url,
    application_name: applicationName,
    max,
    connectionTimeoutMillis: 5_000,
    ...(options === '' ? {} : { options }),
  });
  pool.on('error', onError);
  return pool;
}

/** Runs `work` in one transaction: commits its result, rolls back on any error. */
export async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    client.release();
    return result;
  } catch (error) {
    const broken = await client.query('ROLLBACK').then(
      () => false,
      () => true
    );
    client.release(broken);
    throw error;
  }
}
