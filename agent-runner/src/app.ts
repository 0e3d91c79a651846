import { notFoundHandler, problemHandler } from '@ai-cos/service-kit';
import express, { Router, type Express } from 'express';
import type { Context } from './context.ts';
import { authentication } from './http/authentication.ts';
import { jsonBody } from './http/json-body.ts';
import { plainTarget } from './http/request-target.ts';
import { openApiDocument } from './contract/openapi.ts';
import { actionRoutes } from './http/routes/actions.ts';
import { agentRoutes, squadRoutes } from './http/routes/agents.ts';
import { auditRoutes } from './http/routes/audit.ts';
import { coordinationRoutes, eventRoutes } from './http/routes/events.ts';
import { governanceRoutes } from './http/routes/governance.ts';
import { healthRoutes } from './http/routes/health.ts';
import { kpiRoutes } from './http/routes/kpis.ts';
import { peopleRoutes } from './http/routes/people.ts';
import { planRoutes } from './http/routes/plans.ts';
import { simulationRoutes } from './http/routes/simulations.ts';
import { snapshotRoutes } from './http/routes/snapshots.ts';
import { streamRoutes } from './http/routes/stream.ts';
import { webhookRoutes } from './http/routes/webhooks.ts';
import { VERSION } from './version.ts';

export const API_PREFIX = '/api/ai-cos';

/** The HTTP surface of a context. */
export function createApp(context: Context): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(plainTarget());
  app.use(healthRoutes(context));
  app.use(`${API_PREFIX}/webhooks`, webhookRoutes(context));
  app.use(API_PREFIX, apiRoutes(context));
  app.use(notFoundHandler());
  app.use(problemHandler(context.log));
  return app;
}

function apiRoutes(context: Context): Router {
  const { authenticator, config } = context;
  const router = Router();
  router.get('/openapi.json', (_request, response) => {
    response.json(openApiDocument(VERSION));
  });
  router.use(authentication({ authenticator, openDemo: config.openDemo }));
  router.use(jsonBody());
  router.use('/events', eventRoutes(context));
  router.use('/coordination', coordinationRoutes(context));
  router.use('/plans', planRoutes(context));
  router.use('/actions', actionRoutes(context));
  router.use('/agents', agentRoutes(context));
  router.use('/snapshots', snapshotRoutes(context));
  router.use('/audit', auditRoutes(context));
  for (const routes of [squadRoutes, peopleRoutes, kpiRoutes, simulationRoutes, governanceRoutes, streamRoutes]) {
    router.use(routes(context));
  }
  return router;
}
