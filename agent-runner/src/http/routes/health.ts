import { Router } from 'express';
import type { Context } from '../../context.ts';
import { handle } from '../handler.ts';

/** `/healthz`, `/readyz` and `/metrics`, outside the API prefix and without a token. */
export function healthRoutes({ pool, metrics }: Context): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'alive' });
  });
  router.get(
    '/readyz',
    handle(async (_request, response) => {
      const ready = await pool.query('SELECT 1').then(
        () => true,
        () => false
      );
      response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'database unavailable' });
    })
  );
  router.get(
    '/metrics',
    handle(async (_request, response) => {
      response.type(metrics.registry.contentType).send(await metrics.registry.metrics());
    })
  );
  return router;
}
