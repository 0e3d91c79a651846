import { Router } from 'express';
import type { Context } from '../../context.ts';
import { planDetail } from '../../views/plan-view.ts';
import { viewerOf } from '../../views/viewer.ts';
import { actorOf, handle, notFound } from '../handler.ts';
import { uuidOf } from '../uuid.ts';

/** `GET /plans/:id` */
export function planRoutes({ pool, config }: Context): Router {
  const router = Router();
  router.get(
    '/:id',
    handle(async (request, response) => {
      const id = uuidOf(request.params['id']);
      const plan = await planDetail(pool, await viewerOf(pool, actorOf(response), config), id);
      if (plan === undefined) throw notFound('plan', id);
      response.json(plan);
    })
  );
  return router;
}
