import { Command } from 'commander';
import { print } from '../print.ts';
import { requireOwnOrEmpty } from '../schema/marker.ts';
import { migrate } from '../schema/migrate.ts';
import { withPool } from './with-pool.ts';

export function migrateCommand(): Command {
  return new Command('migrate').description('bring the tables of the demo company to the newest version').action(() =>
    withPool(async (pool) => {
      await requireOwnOrEmpty(pool);
      const files = await migrate(pool);
      print(files.length === 0 ? 'tables are up to date' : `migrated: ${files.join(', ')}`);
    })
  );
}
