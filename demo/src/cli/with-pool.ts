import { createPool, type Pool } from '@ai-cos/service-kit';
import { readEnv, type DemoEnv } from '../config/env.ts';
import { printError } from '../print.ts';

/** Runs a command on the demo database and closes its connections. */
export async function withPool(work: (pool: Pool, env: DemoEnv) => Promise<void>): Promise<void> {
  const env = readEnv();
  const pool = createPool({
    url: env.AICOS_DEMO_DATABASE_URL,
    applicationName: 'aicos-demo-cli',
    onError: (error) => {
      printError(`database connection lost: ${error.message}`);
    },
  });
  try {
    await work(pool, env);
  } finally {
    await pool.end();
  }
}
