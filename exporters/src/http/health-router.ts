import { Router } from 'express';

export interface Readiness {
  readonly ready: boolean;
  /** What is still missing, for people. */
  readonly waitingFor: readonly string[];
}

/** `GET /healthz`: the process lives. `GET /readyz`: every source was asked once. */
export function healthRouter(readiness: () => Readiness): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });
  router.get('/readyz', (_request, response) => {
    const { ready, waitingFor } = readiness();
    response.status(ready ? 200 : 503).json({ status: ready ? 'ok' : 'starting', waitingFor });
  });
  return router;
}
