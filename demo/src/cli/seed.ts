import { Command } from 'commander';
import { historyPlanOf } from '../config/history-plan.ts';
import { print } from '../print.ts';
import { readMarker, requireOwnOrEmpty } from '../schema/marker.ts';
import { migrate } from '../schema/migrate.ts';
import { seedCompany } from '../seed/seed.ts';
import { withPool } from './with-pool.ts';

export function seedCommand(): Command {
  return new Command('seed')
    .description('write the history of the simulated company into an empty demo database')
    .action(() =>
      withPool(async (pool, env) => {
        if ((await readMarker(pool))?.seeded === true) {
          print('the history is already there');
          return;
        }
        await requireOwnOrEmpty(pool);
        await migrate(pool);
        await seedCompany(pool, { plan: historyPlanOf(env), daySeconds: env.AICOS_DAY_SECONDS, onProgress: print });
      })
    );
}
