import { isKpiId } from '@ai-cos/catalog';
import { forecastSeries, type Unreliable } from '../../forecast/series-forecast.ts';
import { median } from '../../forecast/numeric/moments.ts';
import type { NodeState } from '../engine/node-state.ts';
import { monthDays } from '../graph/identities.ts';
import { recentMean, weeklyNoise } from '../history/recent.ts';
import type { CompanyHistory, DailySeries } from '../history/company-history.ts';
import { boundsOf } from './node-bounds.ts';

/** Days of history a baseline looks at; older ones say little about the next half year and cost time. */
const longestHistory = 550;

export interface Baseline {
  readonly states: readonly NodeState[];
  /** KPIs whose forecast should not be relied on, with the reasons. */
  readonly unreliable: ReadonlyMap<string, readonly Unreliable[]>;
}

interface Spread {
  readonly level: number;
  readonly daily: Float64Array;
}

/** The level error grows like the daily one; what is left of the daily error is noise of single days. */
function stateOf(id: string, baseline: Float64Array, { level, daily }: Spread): NodeState {
  const middle = median(daily);
  const deviation = daily.map((value) => (middle > 0 ? Math.min(value, (level * value) / middle) : level));
  const noise = daily.map((value, day) => Math.sqrt(Math.max(0, value * value - (deviation[day] ?? 0) ** 2)));
  return { id, baseline, deviation, noise, ...boundsOf(id) };
}

function constantState(id: string, value: number, days: number): NodeState {
  return stateOf(id, new Float64Array(days).fill(value), { level: 0, daily: new Float64Array(days) });
}

function sumOf(all: readonly DailySeries[], days: number): Float64Array {
  const total = new Float64Array(days);
  for (const series of all) for (const [day, value] of series.entries()) total[day] = (total[day] ?? 0) + value;
  return total;
}

/** Series that are forecast: KPIs by their daily flow, and the drivers between levers and KPIs. */
function forecastInputs(history: CompanyHistory): Map<string, DailySeries> {
  const { company, campaigns, days } = history;
  const clicks = sumOf(
    campaigns.map((campaign) => campaign.clicks),
    days
  );
  return new Map<string, DailySeries>([
    ...[...history.kpis].filter(([id]) => id !== 'runway'),
    ['sessions', company.sessions],
    ['units_sold', company.units],
    ['organic_sessions', company.sessions.map((sessions, day) => Math.max(0, sessions - (clicks[day] ?? 0)))],
  ]);
}

/** A flow that comes in lumps (bank days) is known only by its level. */
function lumpyState(id: string, series: DailySeries, days: number): NodeState {
  const level = recentMean(series, 91);
  const noise = weeklyNoise(series) || 0;
  return stateOf(id, new Float64Array(days).fill(level), {
    level: noise / Math.sqrt(28),
    daily: new Float64Array(days).fill(noise),
  });
}

const lumpy: ReadonlySet<string> = new Set(['burn_rate', 'payment_delay', 'budget_variance']);

/** Expected value and forecast error of every node whose history is known; the others stay undefined. */
export function baselineStates(history: CompanyHistory, days: number): Baseline {
  const states: NodeState[] = [];
  const unreliable = new Map<string, readonly Unreliable[]>();
  for (const [id, series] of forecastInputs(history)) {
    const values = series.subarray(Math.max(0, series.length - longestHistory));
    if (!values.some((value) => Number.isFinite(value))) continue;
    if (lumpy.has(id)) {
      states.push(lumpyState(id, values, days));
      continue;
    }
    const forecast = forecastSeries({ values, horizon: days, periods: [7] });
    states.push(stateOf(id, forecast.point, { level: forecast.levelDeviation, daily: forecast.deviation }));
    if (forecast.unreliable.length > 0 && isKpiId(id)) unreliable.set(id, forecast.unreliable);
  }
  const spend = sumOf(
    history.campaigns.map((campaign) => campaign.spend),
    history.days
  );
  states.push(
    constantState('price', 1, days),
    constantState('ad_spend', recentMean(spend, 56) || 0, days),
    constantState('operating_budget', (recentMean(history.company.operatingCost, 91) || 0) * monthDays, days),
    constantState('stock_level', history.stockValue, days),
    {
      ...constantState('revenue', 0, days),
      noise: new Float64Array(days).fill(weeklyNoise(history.company.revenue) || 0),
    }
  );
  if (history.cash !== undefined) states.push(constantState('runway', 0, days));
  return { states, unreliable };
}
