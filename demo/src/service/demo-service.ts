import { createPool, listen, readSecretFile, type Logger, type Pool, type Service } from '@ai-cos/service-kit';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { setPace } from '../clock/clock-row.ts';
import type { DemoEnv } from '../config/env.ts';
import { historyPlanOf } from '../config/history-plan.ts';
import { readMarker, requireOwnOrEmpty } from '../schema/marker.ts';
import { migrate } from '../schema/migrate.ts';
import { seedCompany } from '../seed/seed.ts';
import { runLiveLoop } from '../world/live-loop.ts';
import { openLiveWorld, type LiveWorld } from '../world/live-world.ts';
import { createApp } from './app.ts';
import { observeLatency } from './latency.ts';
import { exposeWorlds } from './world-gauges.ts';

/** The simulated company as one process: history, business days, back office, metrics. */
export async function startDemoService(env: DemoEnv, log: Logger): Promise<Service> {
  const poolOf = (applicationName: string): Pool =>
    createPool({
      url: env.AICOS_DEMO_DATABASE_URL,
      applicationName,
      onError: (error) => {
        log.warn({ err: error }, 'database connection lost');
      },
    });
  const pool = poolOf('aicos-demo');
  const reads = poolOf('aicos-demo-reads');
  await requireOwnOrEmpty(pool);
  await migrate(pool);
  let world: LiveWorld | null = null;
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  exposeWorlds(registry, reads);
  const token =
    env.AICOS_BACKOFFICE_TOKEN_FILE === undefined
      ? 'demo'
      : readSecretFile('AICOS_BACKOFFICE_TOKEN_FILE', env.AICOS_BACKOFFICE_TOKEN_FILE);
  const app = createApp({ pool, reads, world: () => world, registry, token, log });
  const server = await listen({ app, port: env.AICOS_BACKOFFICE_PORT, bind: env.AICOS_BIND });
  log.info({ url: server.url, simulated: true }, 'demo company is listening');
  const stop = new AbortController();
  const company = liveCompany();
  const latency = observeLatency(registry, () => world?.figures() ?? null, stop.signal);
  return {
    async close() {
      stop.abort();
      await server.close();
      await Promise.allSettled([company, latency]);
      await Promise.all([pool.end(), reads.end()]);
    },
  };

  async function liveCompany(): Promise<void> {
    if ((await readMarker(pool))?.seeded !== true) await seed(env, pool, log);
    await setPace(pool, env.AICOS_DAY_SECONDS);
    world = await openLiveWorld(pool);
    await runLiveLoop(pool, world, log, stop.signal);
  }
}

async function seed(env: DemoEnv, pool: Pool, log: Logger): Promise<void> {
  await seedCompany(pool, {
    plan: historyPlanOf(env),
    daySeconds: env.AICOS_DAY_SECONDS,
    onProgress: (line) => {
      log.info(line);
    },
  });
}
