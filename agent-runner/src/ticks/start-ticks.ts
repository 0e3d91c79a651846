import { schedule } from 'node-cron';
import type { Context } from '../context.ts';
import { runDailySnapshot } from './daily-snapshot.ts';

/** Wall-clock timers that ask what is due: the reconciler every minute, the daily snapshot in business time. */
export function startTicks(context: Context): void {
  const { log, reconciler } = context;
  const tasks = [
    schedule('* * * * *', () => reconciler.run()),
    schedule('*/5 * * * * *', async () => {
      try {
        await runDailySnapshot(context);
      } catch (error) {
        log.error({ err: error }, 'the daily snapshot failed');
      }
    }),
  ];
  context.onClose(async () => {
    for (const task of tasks) await task.destroy();
  });
}
