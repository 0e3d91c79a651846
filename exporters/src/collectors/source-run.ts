import type { Clock, Logger } from '@ai-cos/service-kit';
import type { KpiDefinition } from '../config/kpi-definition.ts';
import type { RunOutcome } from '../schedule/refresher.ts';
import type { CollectorStats } from '../snapshot/collector-stats.ts';
import type { KpiBoard } from '../snapshot/kpi-board.ts';
import { failureReason, type FailureReason } from '../sources/failure.ts';
import type { Source } from '../sources/source.ts';
import { feedLags, readFeeds, type Feeds } from './feeds.ts';
import { measureKpi, type Occasion } from './kpi-collector.ts';
import { undefinedBecause, type Measurement } from './measurement.ts';
import type { Money } from './money.ts';

export interface SourceRunOptions {
  readonly source: Source;
  readonly board: KpiBoard;
  readonly stats: CollectorStats;
  readonly money: () => Promise<Money>;
  readonly stores: readonly string[];
  readonly wall: Clock;
  readonly log: Logger;
  readonly onChange: () => void;
}

/** So many time-outs in a row mean a slow database, not a slow query: the rest of the run is not asked. */
const patience = 3;

/** One run over KPIs of one database: each query on its own, so that a failing one hides no other. */
export function sourceRun(options: SourceRunOptions) {
  const { source, board, stats, log, onChange } = options;

  function record(definition: KpiDefinition, measurements: readonly Measurement[], occasion: Occasion | Date): void {
    const asOf = occasion instanceof Date ? occasion : occasion.asOf;
    const lags = occasion instanceof Date ? {} : feedLags(definition.feeds, occasion.feeds, asOf);
    board.record({ definition, measurements, asOf, computedAt: options.wall.now(), feedLagSeconds: lags });
    onChange();
  }

  async function occasionAt(asOf: Date): Promise<Occasion | FailureReason> {
    try {
      const money = await options.money();
      return { asOf, money, feeds: await feedsOf(source) };
    } catch (error) {
      log.warn({ err: error, source: source.name }, 'the source cannot be read');
      return failureReason(error);
    }
  }

  async function measure(definition: KpiDefinition, occasion: Occasion): Promise<readonly Measurement[]> {
    const { statement } = definition;
    if (statement === undefined) return [undefinedBecause('computed_from_prometheus')];
    const rows = await source.reading((ask) => measureKpi({ ...definition, statement }, ask, occasion));
    return knownStores(rows, options.stores);
  }

  return async (due: readonly KpiDefinition[], asOf: Date): Promise<RunOutcome> => {
    const wanted = due.filter(({ enabled }) => enabled);
    const occasion = await occasionAt(asOf);
    if (typeof occasion === 'string') {
      for (const definition of wanted) {
        stats.record(definition.family, definition.id, { ok: false, durationSeconds: 0 });
        record(definition, [undefinedBecause(occasion)], asOf);
      }
      return 'try-again';
    }
    let failures = 0;
    let timeouts = 0;
    for (const definition of wanted) {
      const startedMs = performance.now();
      const failed = timeouts >= patience ? 'source_unavailable' : await attempt(definition, occasion);
      const durationSeconds = (performance.now() - startedMs) / 1_000;
      stats.record(definition.family, definition.id, { ok: failed === undefined, durationSeconds });
      timeouts = failed === 'query_timed_out' ? timeouts + 1 : failed === undefined ? 0 : timeouts;
      if (failed === undefined) continue;
      failures += failed === 'query_failed' ? 0 : 1;
      record(definition, [undefinedBecause(failed)], occasion);
    }
    return failures === 0 ? 'done' : 'try-again';
  };

  async function attempt(definition: KpiDefinition, occasion: Occasion): Promise<FailureReason | undefined> {
    try {
      record(definition, await measure(definition, occasion), occasion);
      return undefined;
    } catch (error) {
      log.warn({ err: error, kpi: definition.id, source: source.name }, 'a KPI cannot be computed');
      return failureReason(error);
    }
  }
}

/** A database without `source_feeds` has no fresh feed; queries of the company itself do not need one. */
async function feedsOf(source: Source): Promise<Feeds> {
  try {
    return await source.reading(readFeeds);
  } catch (error) {
    if (failureReason(error) === 'query_failed') return new Map();
    throw error;
  }
}

/** Stores are a bounded list of the company file: a value of a query must not become a series by itself. */
function knownStores(rows: readonly Measurement[], stores: readonly string[]): readonly Measurement[] {
  const known = rows.filter(({ store }) => store === null || stores.includes(store));
  if (known.length > 0) return known;
  throw new Error(`the query returned only stores that the company file does not list: ${rows.map(({ store }) => store ?? '-').join(', ')}`);
}
