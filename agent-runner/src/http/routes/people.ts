import { Router } from 'express';
import { delegate, listDelegations, revokeDelegation } from '../../approvals/delegations.ts';
import { DelegationRequest } from '../../contract/index.ts';
import type { Context } from '../../context.ts';
import { meView } from '../../views/me-view.ts';
import { peopleViews } from '../../views/people-view.ts';
import { VERSION } from '../../version.ts';
import { actorOf, handle } from '../handler.ts';
import { uuidOf } from '../uuid.ts';

/** `GET /me`, `GET /people`, `GET|POST /delegations`, `POST /delegations/:id/revoke` */
export function peopleRoutes({ pool, clock, config }: Context): Router {
  const { policy } = config;
  const router = Router();
  router.get(
    '/me',
    handle(async (_request, response) => {
      response.json(await meView(pool, actorOf(response), { ...config, clock, version: VERSION }));
    })
  );
  router.get(
    '/people',
    handle(async (_request, response) => {
      response.json(await peopleViews(pool, config));
    })
  );
  router.get(
    '/delegations',
    handle(async (_request, response) => {
      response.json(await listDelegations(pool));
    })
  );
  router.post(
    '/delegations',
    handle(async (request, response) => {
      const body = DelegationRequest.parse(request.body);
      response.status(201).json(await delegate({ pool, clock, policy }, actorOf(response), body));
    })
  );
  router.post(
    '/delegations/:id/revoke',
    handle(async (request, response) => {
      response.json(await revokeDelegation({ pool, clock }, actorOf(response), uuidOf(request.params['id'])));
    })
  );
  return router;
}
