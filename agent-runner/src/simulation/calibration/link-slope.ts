import type { KpiId } from '@ai-cos/catalog';
import { at } from '../../forecast/numeric/at.ts';
import { leastSquares } from '../../forecast/numeric/ridge-regression.ts';
import type { Link } from '../graph/link.ts';
import type { CompanyHistory, DailySeries } from '../history/company-history.ts';
import { recentMean } from '../history/recent.ts';
import { shrink, type CalibratedCoefficient, type Estimate } from './estimate.ts';
import { remembered } from './remembered.ts';

/** Links whose slope daily values can show: sold-out products, slow parcels and slow answers are felt at once. */
const estimable: ReadonlyMap<string, string> = new Map([
  ['e15', 'conversion against the share of products sold out'],
  ['e21', 'satisfaction against the time to ship'],
  ['e28', 'satisfaction against the time to the first answer'],
]);

/** Fewer weeks of both KPIs say nothing. */
const fewestWeeks = 26;

/** Cause and effect in the units in which the form of the link is linear. */
const scales: Partial<
  Record<Link['form'], { cause: (value: number, step: number) => number; effect: (value: number) => number }>
> = {
  semi: { cause: (value, step) => value / step, effect: (value) => 100 * Math.log(value) },
  lin: { cause: (value, step) => value / step, effect: (value) => value },
  log2: { cause: (value) => Math.log2(value), effect: (value) => value },
};

function weeklyMeans(series: DailySeries, shift: number): Float64Array {
  const weeks = Math.floor((series.length - shift) / 7);
  return Float64Array.from({ length: Math.max(0, weeks) }, (_, week) =>
    recentMean(series.subarray(shift + 7 * week, shift + 7 * week + 7), 7)
  );
}

/** Slope of the effect on the cause `lagDays` before, on weekly means with a trend and a yearly wave taken out. */
export function estimateSlope(link: Link, cause: DailySeries, effect: DailySeries): Estimate | undefined {
  const scale = scales[link.form];
  const lag = Math.round(link.lagDays);
  if (!scale) return undefined;
  const x = weeklyMeans(cause.subarray(0, cause.length - lag), 0).map((value) => scale.cause(value, link.stepNative));
  const y = weeklyMeans(effect, lag).map(scale.effect);
  const weeks = [...y.keys()].filter((week) => Number.isFinite(at(x, week)) && Number.isFinite(at(y, week)));
  if (weeks.length < fewestWeeks) return undefined;
  const rows = weeks.map((week) => {
    const year = (2 * Math.PI * week) / 52.18;
    return [at(x, week), 1, week / 52, Math.sin(year), Math.cos(year)];
  });
  const design = { values: Float64Array.from(rows.flat()), rows: rows.length, columns: 5 };
  const { coefficients, standardErrors } = leastSquares(
    design,
    Float64Array.from(weeks, (week) => at(y, week))
  );
  return { value: at(coefficients, 0), standardError: at(standardErrors, 0), observations: weeks.length };
}

export interface CalibratedLink {
  readonly link: Link;
  /** Absent where the literature stays alone. */
  readonly calibrated: CalibratedCoefficient | undefined;
}

/** A link with the slope the company's own history shows, shrunk to the published one. */
export function calibrateLink(link: Link, history: CompanyHistory): CalibratedLink {
  const label = estimable.get(link.id);
  const prior = link.coefficient;
  const cause = history.kpis.get(link.from as KpiId);
  const effect = history.kpis.get(link.to as KpiId);
  if (label === undefined || prior?.kind !== 'triangular' || !cause || !effect) return { link, calibrated: undefined };
  const estimate = remembered(history, link.id, () => estimateSlope(link, cause, effect));
  // An estimate may go to twice the published range, and never changes the sign.
  const bounds = prior.mode < 0 ? ([2 * prior.low, 0] as const) : ([0, 2 * prior.high] as const);
  const calibrated = shrink({ id: link.id, label, prior, estimate, bounds });
  return { link: { ...link, coefficient: calibrated.used }, calibrated };
}
