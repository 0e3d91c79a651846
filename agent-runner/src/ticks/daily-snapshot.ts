import type { Context } from '../context.ts';
import { raiseFindings } from '../snapshots/raise-findings.ts';
import { takeSnapshot } from '../snapshots/take-snapshot.ts';
import { due } from './due.ts';
import { lastTick, takeTick } from './take-tick.ts';

const JOB = 'snapshot';
/** The founding guide's hour, in the time zone of the company. */
const HOUR = 3;

type SnapshotContext = Pick<Context, 'pool' | 'clock' | 'config' | 'kpis' | 'dispatcher' | 'log'>;

/** Takes the snapshot of the business day once, whichever replica asks first; true when this one did. */
export async function runDailySnapshot(context: SnapshotContext): Promise<boolean> {
  const { pool, clock, config, kpis, log } = context;
  const schedule = { hour: HOUR, timeZone: config.company.timeZone };
  const tick = due(schedule, await lastTick(pool, JOB), clock.now());
  const readings = kpis.latest();
  if (tick === undefined || readings === undefined || !(await takeTick(pool, JOB, tick))) return false;
  const snapshotId = await takeSnapshot({ pool, clock }, { name: 'schedule', readings });
  const raised = await raiseFindings({ ...context, company: config.company }, snapshotId, readings);
  log.info({ snapshotId, raised }, 'snapshot taken');
  return true;
}
