import { ConfigError, type Pool } from '@ai-cos/service-kit';
import type { CliEnvironment } from '../config/env.ts';
import { createRunnerPool } from '../db/pool.ts';

/** For what only the operator of the database does: tokens and offline checks. Decisions go through the API. */
export async function withDatabase<T>(env: CliEnvironment, work: (pool: Pool) => Promise<T>): Promise<T> {
  if (env.DATABASE_URL === undefined) {
    throw new ConfigError('Set DATABASE_URL to the database of AI-COS (app role): this command works on it directly.');
  }
  const pool = createRunnerPool({
    url: env.DATABASE_URL,
    applicationName: 'ai-cos-cli',
    max: 2,
    onError: () => undefined,
  });
  try {
    return await work(pool);
  } finally {
    await pool.end();
  }
}
