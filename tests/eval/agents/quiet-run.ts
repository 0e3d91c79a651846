import type { CoordinationOptions } from '../../../agent-runner/src/coordination/types.ts';
import { openAlertDesk } from './alert-desk.ts';
import type { EvalCluster } from './eval-cluster.ts';
import { openKpiDesk } from './kpi-desk.ts';
import { openRunnerDesk } from './runner-desk.ts';
import { openVirtualDays } from './virtual-days.ts';

export interface QuietResult {
  readonly days: number;
  readonly plans: number;
  readonly alerts: readonly string[];
}

/** A company in which nothing happens: every plan is a false one. */
export async function runQuiet(
  cluster: EvalCluster,
  length: number,
  options: CoordinationOptions
): Promise<QuietResult> {
  const company = await cluster.company();
  const runner = await cluster.runner();
  const days = await openVirtualDays(company);
  const kpiDesk = openKpiDesk(company.readerUrl, days.clock);
  const alertDesk = openAlertDesk();
  const runnerDesk = openRunnerDesk({ pool: runner.pool, source: company.reader, clock: days.clock, options });
  const alerts: string[] = [];
  try {
    for (let day = 0; day < length; day += 1) {
      const asOf = await days.next();
      const readings = await kpiDesk.measure(asOf, days.world.figures());
      const changes = alertDesk.record(readings);
      for (const { status, alert } of changes) {
        if (status === 'firing')
          alerts.push(`day ${String(day)}: ${alert.labels['kpi'] ?? ''} ${alert.labels['severity'] ?? ''}`);
      }
      await runnerDesk.day(readings, changes);
    }
    const { rows } = await runner.pool.query<{ plans: number }>(
      'SELECT count(*)::int AS plans FROM ai_cos_coordination_events WHERE plan_id IS NOT NULL'
    );
    return { days: length, plans: rows[0]?.plans ?? 0, alerts };
  } finally {
    await kpiDesk.close();
    await company.close();
    await runner.close();
  }
}
