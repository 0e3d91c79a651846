import { wallClock, type Clock, type Logger } from '@ai-cos/service-kit';
import { createBaseCounters, type BaseCounters } from './collectors/base-counters.ts';
import { createCompanions, type Companions } from './collectors/companions.ts';
import { createCurrencyKeeper, type CurrencyKeeper } from './collectors/currency.ts';
import type { ExportersConfig, PrometheusConfig } from './config/config.ts';
import { companySource } from './config/kpis-file.ts';
import { createKpiHistory, type KpiHistory } from './history/service.ts';
import { createMetricPages, type MetricPages } from './metrics/pages.ts';
import { createCollectorStats, type CollectorStats } from './snapshot/collector-stats.ts';
import { createKpiBoard, type KpiBoard } from './snapshot/kpi-board.ts';
import { createPrometheus, type Prometheus } from './sources/prometheus.ts';
import { createSource, type Source } from './sources/source.ts';

/** Everything the exporters are made of; built once per process or test, closed by `close`. */
export interface Context {
  readonly config: ExportersConfig;
  readonly log: Logger;
  readonly clock: Clock;
  readonly wall: Clock;
  readonly sources: ReadonlyMap<string, Source>;
  readonly prometheus: { readonly api: Prometheus; readonly config: PrometheusConfig } | undefined;
  readonly currency: CurrencyKeeper;
  readonly board: KpiBoard;
  readonly counters: BaseCounters;
  readonly companions: Companions;
  readonly stats: CollectorStats;
  readonly pages: MetricPages;
  readonly history: KpiHistory;
  close(): Promise<void>;
}

export interface ContextOptions {
  readonly config: ExportersConfig;
  readonly clock: Clock;
  readonly log: Logger;
}

function openSources(config: ExportersConfig, log: Logger): ReadonlyMap<string, Source> {
  const onError = (error: Error): void => {
    log.warn({ err: error }, 'an idle connection to a source was lost');
  };
  return new Map(config.sources.map((source) => [source.name, createSource({ ...source, onError })]));
}

/** The only composition root: nothing else creates pools, caches or timers. */
export function createContext({ config, clock, log }: ContextOptions): Context {
  const wall = wallClock();
  const sources = openSources(config, log);
  const main = sources.get(companySource);
  if (main === undefined) throw new Error(`the configuration has no source "${companySource}"`);
  const currency = createCurrencyKeeper({ source: main, company: config.company, stated: config.statedCurrency });
  const prometheus =
    config.prometheus === undefined
      ? undefined
      : { api: createPrometheus(config.prometheus.url), config: config.prometheus };
  const board = createKpiBoard(config.definitions);
  const counters = createBaseCounters(config.library.counters);
  const companions = createCompanions(config.library.companions);
  const stats = createCollectorStats();
  const pages = createMetricPages({
    board,
    counters,
    companions,
    stats,
    company: config.company,
    currency: currency.current,
    log,
  });
  const { library } = config;
  const history = createKpiHistory({ sources, prometheus, library, counters, money: currency.money, clock, wall, log });
  return {
    ...{ config, log, clock, wall, sources, prometheus, currency, board, counters, companions, stats, pages, history },
    async close() {
      pages.close();
      for (const source of sources.values()) await source.close();
      await clock.close();
    },
  };
}
