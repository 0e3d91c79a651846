import { DomainError } from '@ai-cos/service-kit';
import { Router, type Response } from 'express';
import { CompareRequest, OptimiseRequest, PageQuery, SimulationRequest } from '../../contract/index.ts';
import type { Context } from '../../context.ts';
import { mayCreateEvents, mayDecideAnything } from '../../governance/rights.ts';
import { actorName } from '../../identity/actor.ts';
import type { SimulationApi, SimulationCaller } from '../../simulation/simulation-api.ts';
import { actorOf, handle, notFound, sendPage } from '../handler.ts';
import { assertRight } from '../rights.ts';
import { uuidOf } from '../uuid.ts';
import { visibleKpi } from './kpis.ts';

/** `/simulations` and `GET /kpis/:id/forecast` */
export function simulationRoutes(context: Context): Router {
  const router = Router();
  addReads(router, context);
  addRuns(router, context);
  router.get(
    '/kpis/:id/forecast',
    handle(async (request, response) => {
      const { id } = await visibleKpi(context, response, request.params['id']);
      response.json(await engineOf(context).forecast(id));
    })
  );
  return router;
}

function addReads(router: Router, context: Context): void {
  router.get(
    '/simulations',
    handle(async (request, response) => {
      const query = PageQuery.parse(request.query);
      const rows = await engineOf(context).list(query);
      sendPage(request, response, { rows, limit: query.limit, cursorOf: ({ id }) => id });
    })
  );
  router.get(
    '/simulations/:id',
    handle(async (request, response) => {
      const id = uuidOf(request.params['id']);
      const simulation = await engineOf(context).find(id);
      if (simulation === undefined) throw notFound('simulation', id);
      response.json(simulation);
    })
  );
}

function addRuns(router: Router, context: Context): void {
  const { openDemo } = context.config;
  router.post(
    '/simulations',
    handle(async (request, response) => {
      assertRight(mayCreateEvents(actorOf(response), { openDemo }));
      const body = SimulationRequest.parse(request.body);
      response.status(202).json(await engineOf(context).start(body, callerOf(response)));
    })
  );
  router.post(
    '/simulations/compare',
    handle(async (request, response) => {
      response.json(await engineOf(context).compare(CompareRequest.parse(request.body)));
    })
  );
  router.post(
    '/simulations/optimise',
    handle(async (request, response) => {
      assertRight(mayCreateEvents(actorOf(response), { openDemo }));
      const body = OptimiseRequest.parse(request.body);
      response.json(await engineOf(context).optimise(body, callerOf(response)));
    })
  );
  router.post(
    '/simulations/:id/cancel',
    handle(async (request, response) => {
      assertRight(mayCreateEvents(actorOf(response), { openDemo }));
      response.json(await engineOf(context).cancel(uuidOf(request.params['id']), callerOf(response)));
    })
  );
  router.post(
    '/simulations/:id/proposal',
    handle(async (request, response) => {
      assertRight(mayDecideAnything(actorOf(response)));
      response.status(202).json(await engineOf(context).propose(uuidOf(request.params['id']), callerOf(response)));
    })
  );
}

function engineOf({ simulations }: Context): SimulationApi {
  if (simulations === null) {
    throw new DomainError('simulation_not_available', 'This runner was started without the what-if engine.', {
      status: 503,
    });
  }
  return simulations;
}

function callerOf(response: Response): SimulationCaller {
  const actor = actorOf(response);
  return { name: actorName(actor), route: actor.route };
}
