import type { Company } from '@ai-cos/catalog';
import type { Logger } from '@ai-cos/service-kit';
import { collectDefaultMetrics, Registry } from 'prom-client';
import type { BaseCounters } from '../collectors/base-counters.ts';
import type { Companions } from '../collectors/companions.ts';
import type { CollectorStats } from '../snapshot/collector-stats.ts';
import { healthReadings } from '../snapshot/health.ts';
import type { KpiBoard, KpiEntry } from '../snapshot/kpi-board.ts';
import { expose } from './exposition.ts';
import { kpiSamples } from './kpi-samples.ts';
import { collectorSamples, companionSamples, companySample, counterSamples, healthSamples } from './other-samples.ts';

/** The rendered answers of the scrape endpoints: a scrape only sends bytes. */
export interface MetricPages {
  open(): Buffer;
  restricted(): Buffer;
  /** Asks for a new rendering; many requests in a row give one. */
  readonly touch: () => void;
  /** Renders now and resolves when the pages are new. */
  render(): Promise<void>;
  close(): void;
}

export interface MetricPagesOptions {
  readonly board: KpiBoard;
  readonly counters: BaseCounters;
  readonly companions: Companions;
  readonly stats: CollectorStats;
  readonly company: Company;
  readonly currency: () => string;
  readonly log: Logger;
}

/** While a run records 40 KPIs one by one, pages are rendered this often. */
const renderEveryMs = 500;

/** Gauges that prom-client names like counters; promtool refuses them. */
const misnamed = ['nodejs_active_handles_total', 'nodejs_active_requests_total', 'nodejs_active_resources_total'];

function processRegistry(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  for (const name of misnamed) registry.removeSingleMetric(name);
  return registry;
}

export function isRestricted({ definition }: KpiEntry): boolean {
  return definition.sensitivity === 'restricted';
}

export function createMetricPages(options: MetricPagesOptions): MetricPages {
  const { board, counters, companions, stats, company, log } = options;
  const ownProcess = processRegistry();
  let open = Buffer.alloc(0);
  let restricted = Buffer.alloc(0);
  let timer: NodeJS.Timeout | undefined;

  async function render(): Promise<void> {
    const entries = board.entries();
    const currency = options.currency();
    const shared = [
      companySample(company, currency),
      ...healthSamples(healthReadings(entries)),
      ...companionSamples(companions.values()),
      ...counterSamples(counters.samples()),
      ...collectorSamples(stats.all()),
    ];
    const visible = entries.filter((entry) => !isRestricted(entry));
    const text = await expose([...kpiSamples(visible, currency), ...shared]);
    open = Buffer.from(`${text}${await ownProcess.metrics()}`);
    restricted = Buffer.from(await expose(kpiSamples(entries.filter(isRestricted), currency)));
  }

  return {
    open: () => open,
    restricted: () => restricted,
    render,
    touch() {
      timer ??= setTimeout(() => {
        timer = undefined;
        render().catch((error: unknown) => {
          log.error({ err: error }, 'the metrics cannot be rendered');
        });
      }, renderEveryMs);
    },
    close() {
      clearTimeout(timer);
      ownProcess.clear();
    },
  };
}
