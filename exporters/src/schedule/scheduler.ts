import { schedule } from 'node-cron';
import { prometheusRun } from '../collectors/prometheus-run.ts';
import { withSideFigures } from '../collectors/side-figures.ts';
import { sourceRun, type SourceRun } from '../collectors/source-run.ts';
import { companySource } from '../config/kpis-file.ts';
import { prometheusSource, type KpiDefinition } from '../config/kpi-definition.ts';
import type { Context } from '../context.ts';
import type { Source } from '../sources/source.ts';
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
