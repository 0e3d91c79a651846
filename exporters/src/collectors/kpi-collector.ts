import type { KpiDefinition } from '../config/kpi-definition.ts';
import type { Ask } from '../sources/source.ts';
import type { Statement } from '../sql/parameters.ts';
import { blindFeeds, type Feeds } from './feeds.ts';
import { measurementOf, undefinedBecause, type Measurement } from './measurement.ts';
import type { Money } from './money.ts';

export interface Occasion {
  readonly asOf: Date;
  readonly money: Money;
  readonly feeds: Feeds;
}

/** A KPI at one point of business time, gated by its feeds; one row, or one per store. */
export async function measureKpi(
  definition: KpiDefinition & { readonly statement: Statement },
  ask: Ask,
  { asOf, money, feeds }: Occasion
): Promise<readonly Measurement[]> {
  const blind = definition.ownQuery ? [] : blindFeeds(definition.feeds, feeds, asOf);
  if (blind.length > 0) return [undefinedBecause('feed_missing_or_stale', blind)];
  const rows = await ask(definition.statement, {
    as_of: asOf.toISOString(),
    currency: money.currency,
    file_rates: money.fileRates,
  });
  return rows.length === 0 ? [undefinedBecause('zero_denominator_or_no_data')] : rows.map(measurementOf);
}
