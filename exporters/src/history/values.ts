import type { KpiPoint } from '@ai-cos/catalog';
import { coveredSpan, type Feeds } from '../collectors/feeds.ts';
import { measureKpi } from '../collectors/kpi-collector.ts';
import type { Measurement } from '../collectors/measurement.ts';
import type { Money } from '../collectors/money.ts';
import type { KpiDefinition } from '../config/kpi-definition.ts';
import type { Statement } from '../sql/parameters.ts';
import type { Ask } from '../sources/source.ts';
import { dayMs, pointOf } from './point.ts';
import type { PointCache } from './point-cache.ts';

export interface HistoryContext {
  readonly money: Money;
  readonly feeds: Feeds;
  readonly now: Date;
  readonly cache: PointCache;
}

/** Facts may arrive this late: younger points are computed anew each time. */
const settledAfterMs = 3 * dayMs;

/** The values of a KPI at the given points of business time, each computed from the facts of its time. */
export async function valuePoints(
  definition: KpiDefinition & { readonly statement: Statement },
  ask: Ask,
  times: readonly Date[],
  context: HistoryContext
): Promise<readonly KpiPoint[]> {
  const points: KpiPoint[] = [];
  for (const at of times) {
    const measurement = await measureAt(definition, ask, at, context);
    points.push(pointOf(at, measurement, isComplete(definition, context.feeds, at)));
  }
  return points;
}

async function measureAt(
  definition: KpiDefinition & { readonly statement: Statement },
  ask: Ask,
  at: Date,
  { money, feeds, now, cache }: HistoryContext
): Promise<Measurement> {
  const key = `${definition.id} ${definition.definitionVersion} ${money.currency} ${String(at.getTime())}`;
  const settled = now.getTime() - at.getTime() > settledAfterMs;
  const known = settled ? cache.get(key) : undefined;
  if (known !== undefined) return known;
  const rows = await measureKpi(definition, ask, { asOf: at, money, feeds });
  const measurement = rows.find(({ store }) => store === null) ?? rows[0];
  if (measurement === undefined) throw new Error(`${definition.id} gave no row`);
  if (settled) cache.set(key, measurement);
  return measurement;
}

/** A value of the past no longer changes once every feed is past it. */
function isComplete(definition: KpiDefinition, feeds: Feeds, at: Date): boolean {
  if (definition.ownQuery) return true;
  const span = coveredSpan(definition.feeds, feeds);
  return span !== null && span.through >= at;
}
