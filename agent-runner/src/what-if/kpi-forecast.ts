import { kpis, type KpiId } from '@ai-cos/catalog';
import type { Clock } from '@ai-cos/service-kit';
import type { KpiForecast } from '../contract/index.ts';
import type { ExportersClient } from '../kpis/exporters-client.ts';
import type { SimulationService } from '../simulation/service/simulation-service.ts';

const DAY_MS = 86_400_000;
const HISTORY_DAYS = 400;
const HORIZON_DAYS = 28;
const WEEK = 7;

/** Forecast of the daily values of a KPI with the error its method had on the past. */
export async function forecastKpi(
  { exporters, engine, clock }: { exporters: ExportersClient; engine: SimulationService; clock: Clock },
  id: KpiId
): Promise<KpiForecast> {
  const to = new Date(Math.floor(clock.now().getTime() / DAY_MS) * DAY_MS);
  const from = new Date(to.getTime() - HISTORY_DAYS * DAY_MS);
  const flow = kpis[id].verify === 'flow' || kpis[id].verify === 'quantile';
  const { points } = await exporters.values(id, { from, to, ...(flow ? { flow } : { step: DAY_MS / 1000 }) });
  const values = new Float64Array(HISTORY_DAYS).fill(Number.NaN);
  for (const { at, value } of points) {
    const day = Math.floor((Date.parse(at) - from.getTime()) / DAY_MS);
    if (value !== null && day >= 0 && day < HISTORY_DAYS) values[day] = value;
  }
  const series = [{ id, values, horizon: HORIZON_DAYS, periods: [WEEK] }];
  const [answer] = await engine.run('forecast', { series });
  if (answer === undefined) throw new Error(`no forecast of ${id} came back`);
  const { members, unreliable, mase, coverage90, origins } = answer;
  return {
    id,
    unit: kpis[id].unit,
    method: members.join(' + '),
    reliable: unreliable.length === 0,
    reason: unreliable.length === 0 ? null : unreliable.join(', ').replaceAll('_', ' '),
    backtest: Number.isFinite(mase) ? { mase, coverage: finite(coverage90), origins } : null,
    points: Array.from(answer.p50, (p50, day) => ({
      at: new Date(to.getTime() + day * DAY_MS).toISOString(),
      p10: finite(answer.p10[day]),
      p50: finite(p50),
      p90: finite(answer.p90[day]),
    })),
  };
}

function finite(value: number | undefined): number {
  return value !== undefined && Number.isFinite(value) ? value : 0;
}
