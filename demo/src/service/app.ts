import { DomainError, notFoundHandler, problemHandler, type Logger, type Pool } from '@ai-cos/service-kit';
import express, { type Express } from 'express';
import type { Registry } from 'prom-client';
import { requireToken } from '../backoffice/authorise.ts';
import { backOfficeRouter } from '../backoffice/router.ts';
import { touchClock } from '../clock/clock-row.ts';
import type { LiveWorld } from '../world/live-world.ts';
import { clockRouter } from './clock-router.ts';
import { scenarioRouter } from './scenario-router.ts';
import { twoWorldsRouter } from './two-worlds.ts';

export interface AppParts {
  pool: Pool;
  reads: Pool;
  /** Null while the history is being written. */
  world: () => LiveWorld | null;
  registry: Registry;
  token: string;
  log: Logger;
}

export function createApp({ pool, reads, world, registry, token, log }: AppParts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(express.json({ limit: '1mb' }));
  app.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });
  app.get('/readyz', (_request, response) => {
    const ready = world() !== null;
    response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'writing the history', simulated: true });
  });
  app.get('/metrics', async (_request, response) => {
    response.type(registry.contentType).send(await registry.metrics());
  });
  app.use(requireToken(token));
  app.use(async (_request, _response, next) => {
    requireWorld(world());
    await touchClock(pool);
    next();
  });
  const live = (): LiveWorld => requireWorld(world());
  app.use('/clock', clockRouter(pool));
  app.use('/scenarios', scenarioRouter(pool, live));
  app.use('/two-worlds', twoWorldsRouter(reads, live));
  app.use(backOfficeRouter({ pool, reads, state: () => live().state() }));
  app.use(notFoundHandler());
  app.use(problemHandler(log));
  return app;
}

function requireWorld(world: LiveWorld | null): LiveWorld {
  if (world !== null) return world;
  throw new DomainError(
    'not_ready',
    'The history of the demo company is still being written; ask again in some seconds.',
    {
      status: 503,
    }
  );
}
