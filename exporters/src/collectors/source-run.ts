import type { Clock, Logger } from '@ai-cos/service-kit';
import type { KpiDefinition } from '../config/kpi-definition.ts';
import type { RunOutcome } from '../schedule/refresher.ts';
import type { CollectorStats } from '../snapshot/collector-stats.ts';
import type { KpiBoard } from '../snapshot/kpi-board.ts';
import { failureReason, type FailureReason } from '../sources/failure.ts';
import type { Source } from '../sources/source.ts';
import { feedLags, feedsOf } from './feeds.ts';
import { measureKpi, type Occasion } from './kpi-collector.ts';
import { undefinedBecause, type Measurement } from './measurement.ts';
import type { Money } from './money.ts';

export interface SourceRunOptions {
  readonly source: Source;
  /** All KPIs of the source: they are lost together. */
  readonly definitions: readonly KpiDefinition[];
  readonly board: KpiBoard;
  readonly stats: CollectorStats;
  readonly money: () => Promise<Money>;
  readonly stores: readonly string[];
  readonly wall: Clock;
  readonly log: Logger;
  readonly onChange: () => void;
}

export type SourceRun = (due: readonly KpiDefinition[], asOf: Date) => Promise<RunOutcome>;

/** So many time-outs in a row mean a slow database, not a slow query: the rest of the run is not asked. */
const patience = 3;

/** Runs over KPIs of one database: each query on its own, so that a failing one hides no other. */
export function sourceRun(options: SourceRunOptions): SourceRun {
  const { source, log } = options;
  let reachable = true;

  function reached(error?: unknown): void {
    const now = error === undefined;
    if (now !== reachable) {
      if (now) log.info({ source: source.name }, 'the source can be read again');
      else log.warn({ err: error, source: source.name }, 'the source cannot be read: its KPIs are undefined');
    }
    reachable = now;
  }

  return async (due, asOf) => {
    let occasion: Occasion;
    try {
      occasion = { asOf, money: await options.money(), feeds: await feedsOf(source) };
      reached();
    } catch (error) {
      reached(error);
      for (const definition of options.definitions)
        fail(options, definition, failureReason(error), { asOf, seconds: 0 });
      return 'unreachable';
    }
    return measureAll(options, due.filter(isEnabled), occasion);
  };
}

function isEnabled({ enabled }: KpiDefinition): boolean {
  return enabled;
}

async function measureAll(
  options: SourceRunOptions,
  due: readonly KpiDefinition[],
  occasion: Occasion
): Promise<RunOutcome> {
  let unanswered = 0;
  let timeouts = 0;
  for (const definition of due) {
    const failed =
      timeouts >= patience ? skip(options, definition, occasion) : await attempt(options, definition, occasion);
    if (failed !== undefined && failed !== 'query_failed') unanswered += 1;
    if (failed === 'query_timed_out') timeouts += 1;
    if (failed === undefined) timeouts = 0;
  }
  return unanswered === 0 ? 'done' : 'try-again';
}

function skip(options: SourceRunOptions, definition: KpiDefinition, { asOf }: Occasion): FailureReason {
  fail(options, definition, 'source_unavailable', { asOf, seconds: 0 });
  return 'source_unavailable';
}

async function attempt(
  options: SourceRunOptions,
  definition: KpiDefinition,
  occasion: Occasion
): Promise<FailureReason | undefined> {
  const { source, stats, board, log } = options;
  const startedMs = performance.now();
  const seconds = (): number => (performance.now() - startedMs) / 1_000;
  const { asOf, feeds } = occasion;
  try {
    const measurements = await measure(options, definition, occasion);
    stats.record(definition.family, definition.id, { ok: true, durationSeconds: seconds() });
    const feedLagSeconds = feedLags(definition.feeds, feeds, asOf);
    board.record({ definition, measurements, asOf, computedAt: options.wall.now(), feedLagSeconds });
    options.onChange();
    return undefined;
  } catch (error) {
    const reason = failureReason(error);
    log.warn({ err: error, kpi: definition.id, source: source.name }, 'a KPI cannot be computed');
    fail(options, definition, reason, { asOf, seconds: seconds() });
    return reason;
  }
}

async function measure(
  { source, stores }: SourceRunOptions,
  definition: KpiDefinition,
  occasion: Occasion
): Promise<readonly Measurement[]> {
  const { statement } = definition;
  if (statement === undefined) return [undefinedBecause('computed_from_prometheus')];
  const rows = await source.reading((ask) => measureKpi({ ...definition, statement }, ask, occasion));
  return knownStores(rows, stores);
}

function fail(
  { board, stats, wall, onChange }: SourceRunOptions,
  definition: KpiDefinition,
  reason: FailureReason,
  { asOf, seconds }: { asOf: Date; seconds: number }
): void {
  if (!definition.enabled) return;
  stats.record(definition.family, definition.id, { ok: false, durationSeconds: seconds });
  const measurements = [undefinedBecause(reason)];
  board.record({ definition, measurements, asOf, computedAt: wall.now(), feedLagSeconds: {} });
  onChange();
}

/** Stores are a bounded list of the company file: a value of a query must not become a series by itself. */
function knownStores(rows: readonly Measurement[], stores: readonly string[]): readonly Measurement[] {
  const known = rows.filter(({ store }) => store === null || stores.includes(store));
  if (known.length > 0) return known;
  const found = rows.map(({ store }) => store ?? '').join(', ');
  throw new Error(`the query returned only stores that the company file does not list: ${found}`);
}
