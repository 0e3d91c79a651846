import { agents, isAgentId, type AgentId } from '@ai-cos/catalog';
import { Router } from 'express';
import { AgentStateRequest } from '../../contract/index.ts';
import type { Context } from '../../context.ts';
import { setAgentState } from '../../governance/agent-state.ts';
import { mayPauseAgent } from '../../governance/rights.ts';
import { actorName } from '../../identity/actor.ts';
import { agentDetail, agentViews } from '../../views/agent-view.ts';
import { squadViews } from '../../views/squad-view.ts';
import { trustViews } from '../../views/trust-view.ts';
import { actorOf, handle, notFound } from '../handler.ts';
import { assertRight } from '../rights.ts';

/** `GET /agents[/:id]`, `POST /agents/:id/pause|resume` */
export function agentRoutes(context: Context): Router {
  const { pool } = context;
  const router = Router();
  router.get(
    '/',
    handle(async (_request, response) => {
      response.json(await agentViews(pool));
    })
  );
  router.get(
    '/:id',
    handle(async (request, response) => {
      response.json(await agentDetail(pool, agentOf(request.params['id'])));
    })
  );
  for (const [command, state] of [
    ['pause', 'paused'],
    ['resume', 'active'],
  ] as const) {
    router.post(
      `/:id/${command}`,
      handle(async (request, response) => {
        const agentId = agentOf(request.params['id']);
        const actor = actorOf(response);
        assertRight(mayPauseAgent(actor, agents[agentId].pole));
        const { reason } = AgentStateRequest.parse(request.body);
        await setAgentState(context, { agentId, state }, { reason, by: actorName(actor), route: actor.route });
        response.json(await agentDetail(pool, agentId));
      })
    );
  }
  return router;
}

function agentOf(id: unknown): AgentId {
  if (typeof id !== 'string' || !isAgentId(id)) throw notFound('agent', String(id));
  return id;
}

/** `GET /squads[/:id]` and `GET /trust` */
export function squadRoutes(context: Context): Router {
  const { pool, kpis } = context;
  const router = Router();
  router.get(
    '/squads',
    handle(async (_request, response) => {
      response.json(await squadViews(pool, kpis.latest()));
    })
  );
  router.get(
    '/squads/:id',
    handle(async (request, response) => {
      const id = String(request.params['id']);
      const squad = (await squadViews(pool, kpis.latest())).find((candidate) => candidate.id === id);
      if (squad === undefined) throw notFound('squad', id);
      response.json(squad);
    })
  );
  router.get(
    '/trust',
    handle(async (_request, response) => {
      response.json(await trustViews(pool, await context.governance()));
    })
  );
  return router;
}
