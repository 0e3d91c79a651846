import type { Pool } from '@ai-cos/service-kit';
import { createTestDatabase, type TestDatabase } from '@ai-cos/service-kit/testing';
import { migrate } from '../../src/db/migrate.ts';
import { createRunnerPool } from '../../src/db/pool.ts';

export interface RunnerDatabase {
  /** The app role with its claim, as the service connects. */
  pool: Pool;
  database: TestDatabase;
  close(): Promise<void>;
}

/** A migrated database of its own for one test file. */
export async function createRunnerDatabase(): Promise<RunnerDatabase> {
  const database = await createTestDatabase({
    kind: 'aicos',
    template: 'runner',
    migrate: async (ownerUrl) => {
      await migrate(ownerUrl);
    },
  });
  const pool = createRunnerPool({
    url: database.url('aicos_app'),
    applicationName: 'runner-test',
    max: 8,
    onError: () => undefined,
  });
  return {
    pool,
    database,
    close: async () => {
      await pool.end();
      await database.close();
    },
  };
}
