import { Router } from 'express';
import { z } from 'zod';
import { moveLevers, type BackOffice } from './context.ts';
import { effectRoute } from './effect-route.ts';

/** Who answers tickets. */
export function helpdeskRouter(office: BackOffice): Router {
  const router = Router();
  router.get('/', (_request, response) => {
    const { support, day } = office.state();
    const extraAgents = support.extraAgents.filter((extra) => extra.untilDay > day);
    response.json({ agents: support.agents, extraAgents, waitingTickets: support.queue.length, simulated: true });
  });
  effectRoute(router, office, {
    path: '/staffing',
    body: z.strictObject({ extraAgents: z.number().int().min(1).max(100), days: z.number().int().min(1).max(120) }),
    async run(db, body) {
      await moveLevers(db, [{ kind: 'support-staff', ...body }]);
      return body;
    },
  });
  return router;
}
