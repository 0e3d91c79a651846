import { kpiIds, kpis, type KpiId } from '@ai-cos/catalog';
import type { Command } from 'commander';
import { proposeThresholds } from '../../backtest/proposed-thresholds.ts';
import { plansOf } from '../../backtest/replay-year.ts';
import type { KpiDay } from '../../backtest/status-walk.ts';
import type { CliEnvironment } from '../../config/env.ts';
import { exportersClient, type ExportersClient } from '../../kpis/exporters-client.ts';
import { print, printTable } from '../print.ts';

/** What a company can look at: the target of the proposed thresholds. */
const mostPlansPerWeek = 3;
const dayMs = 86_400_000;

export function addBacktest(program: Command, env: CliEnvironment): void {
  program
    .command('backtest')
    .description('walks your last months day by day: which plans would have opened, and which thresholds fit you')
    .option('--months <n>', 'how far back', '12')
    .action(async ({ months }: { months: string }) => {
      const client = exportersClient(env.AICOS_EXPORTERS_URL);
      const to = new Date((await client.kpis()).asOf);
      const from = new Date(to.getTime() - Number(months) * 30.5 * dayMs);
      const series = await readSeries(client, { from, to });
      printPlans(series, (to.getTime() - from.getTime()) / (7 * dayMs));
      printThresholds(series);
    });
}

async function readSeries(client: ExportersClient, span: { from: Date; to: Date }): Promise<Map<KpiId, KpiDay[]>> {
  const series = new Map<KpiId, KpiDay[]>();
  for (const id of kpiIds) {
    const { points } = await client.values(id, { ...span, step: 86_400 });
    series.set(
      id,
      points.map(({ at, value }) => ({ at, value }))
    );
    print(
      `read ${kpis[id].label}: ${String(points.filter(({ value }) => value !== null).length)} of ${String(points.length)} days`
    );
  }
  return series;
}

function printPlans(series: ReadonlyMap<KpiId, readonly KpiDay[]>, weeks: number): void {
  const plans = plansOf(series);
  printTable([
    ['plan opened', 'closed', 'days before critical', 'KPIs'],
    ...plans.map(({ openedAt, closedAt, daysAhead, kpiIds: ids }) => [
      openedAt.slice(0, 10),
      closedAt?.slice(0, 10) ?? 'still open',
      daysAhead === null ? '' : String(daysAhead),
      ids.map((id) => kpis[id].label).join(', '),
    ]),
  ]);
  const perWeek = plans.length / Math.max(1, weeks);
  print(
    `${String(plans.length)} plans in ${weeks.toFixed(0)} weeks, ${perWeek.toFixed(2)} a week (target at most ${String(mostPlansPerWeek)})`
  );
}

function printThresholds(series: ReadonlyMap<KpiId, readonly KpiDay[]>): void {
  printTable([
    ['KPI', 'warning now', 'critical now', 'proposed warning', 'proposed critical', 'why'],
    ...[...series].map(([id, days]) => {
      const { warning, critical, reason } = proposeThresholds(id, days);
      return [
        kpis[id].label,
        String(kpis[id].warning),
        String(kpis[id].critical),
        String(warning ?? ''),
        String(critical ?? ''),
        reason,
      ];
    }),
  ]);
}
