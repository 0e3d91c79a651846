import { schedule } from 'node-cron';
import { measureBackendP95 } from '../collectors/backend-p95.ts';
import { undefinedBecause, type Measurement } from '../collectors/measurement.ts';
import { sourceRun, type SourceRun } from '../collectors/source-run.ts';
import { companySource } from '../config/kpis-file.ts';
import { prometheusSource, type KpiDefinition } from '../config/kpi-definition.ts';
import type { Context } from '../context.ts';
import { brokenIdentities } from '../snapshot/identities.ts';
import type { Ask, Source } from '../sources/source.ts';
import { createRefresher, type Refresher } from './refresher.ts';

export interface Scheduler {
  /** Names of the sources that were not asked yet. */
  waitingFor(): readonly string[];
  /** Runs what is due now and resolves when the pages show it. */
  runOnce(): Promise<void>;
  close(): Promise<void>;
}

const everySecond = '* * * * * *';

function definitionsOf(context: Context, source: string): readonly KpiDefinition[] {
  return context.config.definitions.filter((definition) => definition.source === source);
}

function runOf(context: Context, source: Source): SourceRun {
  const { board, stats, currency, wall, log, pages, config } = context;
  const run = sourceRun({
    ...{ source, board, stats, wall, log },
    definitions: definitionsOf(context, source.name),
    money: currency.money,
    stores: config.company.stores,
    onChange: pages.touch,
  });
  return source.name === companySource ? withSideFigures(context, source, run) : run;
}

/** What is read from the company's own database beside its KPIs, once they are done. */
function withSideFigures(context: Context, source: Source, run: SourceRun): SourceRun {
  const { counters, companions, currency, stats, log, pages } = context;
  async function side(collector: string, refresh: (ask: Ask) => Promise<void>): Promise<boolean> {
    const startedMs = performance.now();
    let ok = true;
    try {
      await source.reading(refresh);
    } catch (error) {
      ok = false;
      log.warn({ err: error, collector }, 'figures beside the KPIs cannot be computed');
    }
    stats.record(collector, collector, { ok, durationSeconds: (performance.now() - startedMs) / 1_000 });
    pages.touch();
    return ok;
  }
  return async (due, asOf) => {
    const outcome = await run(due, asOf);
    if (outcome === 'unreachable') companions.clear();
    if (outcome === 'unreachable' || due.length === 0) return outcome;
    if (!(await side('companions', (ask) => companions.refresh(ask, asOf)))) companions.clear();
    reportIdentities(context);
    await side('counters', async (ask) => counters.refresh(ask, asOf, await currency.money()));
    return outcome;
  };
}

/** A broken identity shows as a failing collector, so that a mistake in the data is not taken for news of the business. */
function reportIdentities({ board, stats, log }: Context): void {
  const broken = brokenIdentities(board.entries());
  if (broken.length > 0) log.warn({ broken }, 'figures contradict each other: look for a mistake in the data');
  stats.record('identities', 'identities', { ok: broken.length === 0, durationSeconds: 0 });
}

function prometheusRun({ prometheus, board, stats, wall, log, pages }: Context): SourceRun {
  async function measure(): Promise<{ measurement: Measurement; ok: boolean }> {
    if (prometheus === undefined) return { measurement: undefinedBecause('computed_from_prometheus'), ok: true };
    try {
      return { measurement: await measureBackendP95(prometheus.api, prometheus.config), ok: true };
    } catch (error) {
      log.debug({ err: error }, 'Prometheus cannot be asked');
      return { measurement: undefinedBecause('source_unavailable'), ok: false };
    }
  }
  return async (due, asOf) => {
    for (const definition of due.filter(({ enabled }) => enabled)) {
      const startedMs = performance.now();
      const { measurement, ok } = await measure();
      stats.record('prometheus', definition.id, { ok, durationSeconds: (performance.now() - startedMs) / 1_000 });
      const computedAt = wall.now();
      board.record({ definition, measurements: [measurement], asOf, computedAt, feedLagSeconds: {} });
      pages.touch();
      if (!ok) return 'try-again';
    }
    return 'done';
  };
}

/** One refresher per source: a slow database makes only its own KPIs wait. */
export function startScheduler(context: Context): Scheduler {
  const { clock, log } = context;
  const refreshers = new Map<string, Refresher>();
  const add = (name: string, run: SourceRun): void => {
    refreshers.set(name, createRefresher({ name, definitions: definitionsOf(context, name), clock, log, run }));
  };
  for (const source of context.sources.values()) add(source.name, runOf(context, source));
  add(prometheusSource, prometheusRun(context));

  const tick = (): void => {
    for (const refresher of refreshers.values()) refresher.tick();
  };
  const idle = async (): Promise<void> => {
    await Promise.all([...refreshers.values()].map((refresher) => refresher.idle()));
  };
  const ticks = schedule(everySecond, tick);
  tick();
  return {
    waitingFor: () => [...refreshers].filter(([, refresher]) => !refresher.ready()).map(([name]) => name),
    async runOnce() {
      tick();
      await idle();
      await context.pages.render();
    },
    async close() {
      await ticks.destroy();
      await idle();
    },
  };
}
