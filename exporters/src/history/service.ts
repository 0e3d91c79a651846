import type { CounterSeries, KpiId, KpiPoint } from '@ai-cos/catalog';
import { DomainError, type Clock, type Logger } from '@ai-cos/service-kit';
import { countingSince, type BaseCounters } from '../collectors/base-counters.ts';
import { feedsOf } from '../collectors/feeds.ts';
import type { Money } from '../collectors/money.ts';
import type { PrometheusConfig } from '../config/config.ts';
import { prometheusSource, type KpiDefinition } from '../config/kpi-definition.ts';
import { companySource } from '../config/kpis-file.ts';
import type { QueryLibrary } from '../sql/library.ts';
import { failureReason } from '../sources/failure.ts';
import type { Prometheus } from '../sources/prometheus.ts';
import type { Source } from '../sources/source.ts';
import { backendPoints } from './backend-history.ts';
import { counterSeries } from './counter-history.ts';
import { flowPoints } from './flows.ts';
import { createPointCache } from './point-cache.ts';
import { createQueue } from './queue.ts';
import { asDays, dayMs, endsOfDays, instants, type Span } from './point.ts';
import { valuePoints } from './values.ts';

export interface HistoryQuery extends Span {
  readonly stepSeconds: number;
  /** Days with what each put into numerator and denominator, instead of values at points of time. */
  readonly kind: 'values' | 'flow';
}

export interface KpiHistory {
  /** Points of one KPI, oldest first; throws a DomainError when its source does not answer. */
  points(definition: KpiDefinition, query: HistoryQuery): Promise<readonly KpiPoint[]>;
  /** Running totals of the base counters; throws like `points`. */
  counters(query: HistoryQuery): Promise<readonly CounterSeries[]>;
}

export interface HistoryOptions {
  readonly sources: ReadonlyMap<string, Source>;
  readonly prometheus: { readonly api: Prometheus; readonly config: PrometheusConfig } | undefined;
  readonly library: QueryLibrary;
  readonly counters: BaseCounters;
  readonly money: () => Promise<Money>;
  readonly clock: Clock;
  readonly wall: Clock;
  readonly log: Logger;
}

const daySeconds = dayMs / 1_000;
/** Histories at a time: the scheduled refresh keeps a connection of its own, whoever asks for however much. */
const width = 2;

export function createKpiHistory(options: HistoryOptions): KpiHistory {
  const { sources, library, clock, wall, log } = options;
  const cache = createPointCache({ maxEntries: 20_000, maxAgeMs: 900_000, nowMs: () => performance.now() });
  const margin = requiredStatement(library, 'gross_margin');
  const queue = createQueue(width);

  async function fromDatabase(definition: KpiDefinition, query: HistoryQuery): Promise<readonly KpiPoint[]> {
    const source = sources.get(definition.source);
    const { statement } = definition;
    if (source === undefined || statement === undefined) return [];
    const money = await options.money();
    const now = clock.now();
    const context = { money, feeds: await feedsOf(source), now, cache };
    return source.reading(async (ask) => {
      const flow = definition.ownQuery ? undefined : library.flows.get(definition.id);
      const computable = { ...definition, statement };
      if (query.kind === 'values') {
        return valuePoints(computable, ask, instants(query, query.stepSeconds, now), context);
      }
      if (flow !== undefined) return flowPoints(definition, ask, { flow, margin, span: query }, context);
      return asDays(await valuePoints(computable, ask, endsOfDays(query, now), context));
    });
  }

  async function fromPrometheus(query: HistoryQuery): Promise<readonly KpiPoint[]> {
    if (options.prometheus === undefined) return [];
    const now = clock.now();
    const { api, config } = options.prometheus;
    const where = { prometheus: api, config, now, wallNow: wall.now() };
    return query.kind === 'values'
      ? backendPoints(instants(query, query.stepSeconds, now), query.stepSeconds, where)
      : asDays(await backendPoints(endsOfDays(query, now), daySeconds, where));
  }

  async function runningTotals({ from, to, stepSeconds }: HistoryQuery): Promise<readonly CounterSeries[]> {
    const source = sources.get(companySource);
    if (source === undefined) return [];
    const money = await options.money();
    const now = clock.now();
    const begin = options.counters.since() ?? countingSince(now);
    const asked = { begin, from, to: to < now ? to : now, stepSeconds };
    return source.reading(async (ask) => {
      const series: CounterSeries[] = [];
      for (const query of library.counters) series.push(...(await counterSeries(query, ask, money, asked)));
      return series;
    });
  }

  async function inTurn<T>(what: string, source: string, work: () => Promise<T>): Promise<T> {
    try {
      return await queue(work);
    } catch (error) {
      log.warn({ err: error }, `the history of ${what} cannot be computed`);
      const detail = `The history of ${what} cannot be read from source ${source}; try again later.`;
      throw new DomainError(failureReason(error), detail, { status: 503 });
    }
  }

  return {
    points: (definition, query) =>
      inTurn(definition.id, definition.source, () =>
        definition.source === prometheusSource ? fromPrometheus(query) : fromDatabase(definition, query)
      ),
    counters: (query) => inTurn('the counters', companySource, () => runningTotals(query)),
  };
}

function requiredStatement(library: QueryLibrary, id: KpiId) {
  const statement = library.kpis.get(id);
  if (statement === undefined) throw new Error(`${id} has no default query`);
  return statement;
}
