import type { Pool } from '@ai-cos/service-kit';
import { PgBoss } from 'pg-boss';
import { queues } from './queues.ts';

/** Schema of the dispatcher and its queues, made by the owner; the app role may use but never change them. */
export async function installQueues(ownerUrl: string, pool: Pool): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, max: 2, schedule: false, supervise: false });
  const failures: unknown[] = [];
  boss.on('error', (error) => failures.push(error));
  await boss.start();
  try {
    for (const queue of queues) {
      await boss.createQueue(queue, {
        notify: true,
        retryLimit: 5,
        retryDelay: 1,
        retryBackoff: true,
        retryDelayMax: 60,
        expireInSeconds: 120,
        retentionSeconds: 7 * 86_400,
        deleteAfterSeconds: 3_600,
      });
    }
  } finally {
    await boss.stop({ graceful: false });
  }
  if (failures.length > 0) throw new Error('the dispatcher could not be installed', { cause: failures[0] });
  for (const grant of [
    'USAGE ON SCHEMA pgboss',
    'SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss',
    'USAGE ON ALL SEQUENCES IN SCHEMA pgboss',
    'EXECUTE ON ALL FUNCTIONS IN SCHEMA pgboss',
  ]) {
    await pool.query(`GRANT ${grant} TO aicos_app`);
  }
}
