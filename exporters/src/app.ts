import { listen, notFoundHandler, problemHandler, type Clock, type HttpServer, type Logger } from '@ai-cos/service-kit';
import express, { type Express } from 'express';
import type { ExportersConfig } from './config/config.ts';
import { connectClock } from './config/connect-clock.ts';
import { checkOwnQueries } from './config/own-queries.ts';
import { companySource } from './config/kpis-file.ts';
import { createContext, type Context } from './context.ts';
import { healthRouter } from './http/health-router.ts';
import { kpisRouter } from './http/kpis-router.ts';
import { metricsRouter } from './http/metrics-router.ts';
import { readerOfRestricted } from './http/restricted-reader.ts';
import { startScheduler, type Scheduler } from './schedule/scheduler.ts';

export interface Exporters {
  readonly url: string;
  readonly context: Context;
  readonly scheduler: Scheduler;
  close(): Promise<void>;
}

export interface ExportersOverrides {
  readonly clock?: Clock;
}

function createApp(context: Context, scheduler: Scheduler): Express {
  const { config, board, clock, pages, history, currency, log } = context;
  const mayReadRestricted = readerOfRestricted(config.restrictedToken);
  const app = express().disable('x-powered-by').disable('etag');
  app.use(metricsRouter({ pages, clock, mayReadRestricted }));
  app.use(
    kpisRouter({
      ...{ board, history, clock, mayReadRestricted },
      definitions: config.definitions,
      company: config.company,
      currency: currency.current,
      configDigest: config.digest,
    })
  );
  app.use(healthRouter(() => ({ ready: scheduler.waitingFor().length === 0, waitingFor: scheduler.waitingFor() })));
  app.use(notFoundHandler());
  app.use(problemHandler(log));
  return app;
}

function mainUrl({ sources }: ExportersConfig): string {
  const main = sources.find(({ name }) => name === companySource);
  if (main === undefined) throw new Error(`the configuration has no source "${companySource}"`);
  return main.url;
}

/** Money for checking queries only: with no row read, neither currency nor rates matter. */
const anyMoney = { currency: 'EUR', fileRates: '[]' };

/** Starts computing and serving; throws a ConfigError when a query of the company does not hold. */
export async function startExporters(
  config: ExportersConfig,
  log: Logger,
  overrides: ExportersOverrides = {}
): Promise<Exporters> {
  const clock = overrides.clock ?? (await connectClock({ spec: config.clock, url: mainUrl(config), log }));
  const context = createContext({ config, clock, log });
  let server: HttpServer | undefined;
  let scheduler: Scheduler | undefined;
  const close = async (): Promise<void> => {
    await server?.close();
    await scheduler?.close();
    await context.close();
  };
  try {
    const { definitions, locate } = config;
    await checkOwnQueries({ definitions, sources: context.sources, money: anyMoney, clock, locate, log });
    await context.pages.render();
    scheduler = startScheduler(context);
    server = await listen({ app: createApp(context, scheduler), port: config.port, bind: config.bind });
    return { url: server.url, context, scheduler, close };
  } catch (error) {
    await close();
    throw error;
  }
}
