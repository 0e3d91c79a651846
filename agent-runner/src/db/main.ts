import { createLogger } from '@ai-cos/service-kit';
import { readMigrationConfig } from '../config/env.ts';
import { migrate } from './migrate.ts';

const log = createLogger('agent-runner-migrate');
try {
  const applied = await migrate(readMigrationConfig().ownerUrl);
  log.info({ applied }, applied.length === 0 ? 'schema is up to date' : 'schema migrated');
} catch (error) {
  log.fatal({ err: error }, error instanceof Error ? error.message : 'migration failed');
  process.exitCode = 1;
}
