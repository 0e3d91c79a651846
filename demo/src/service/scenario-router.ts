import type { Pool } from '@ai-cos/service-kit';
import { Router } from 'express';
import { z } from 'zod';
import { scenarios } from '../scenarios/list.ts';
import { startDrill } from '../scenarios/start.ts';
import type { LiveWorld } from '../world/live-world.ts';

const StartBody = z.strictObject({
  seed: z.number().int().min(0).default(1),
  set: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
});

/** Starts incidents of the simulated company; every one is a drill and says so. */
export function scenarioRouter(pool: Pool, world: () => LiveWorld): Router {
  const router = Router();
  router.get('/', (_request, response) => {
    response.json(
      scenarios.map(({ name, title, rootKpis, symptoms, cures, expected, parameters }) => {
        return {
          name,
          title,
          rootKpis,
          symptoms,
          cures,
          expected,
          parameters: Object.keys(parameters.shape),
          drill: true,
        };
      })
    );
  });
  router.post('/:name', async (request, response) => {
    const { seed, set } = StartBody.parse(request.body ?? {});
    response.status(201).json(await startDrill(pool, world().state(), { name: request.params.name, seed, set }));
  });
  return router;
}
