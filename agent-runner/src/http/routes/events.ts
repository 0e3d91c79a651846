import { Router } from 'express';
import { EventRequest, EventsQuery } from '../../contract/index.ts';
import type { Context } from '../../context.ts';
import { requestEvent } from '../../events/simulate-event.ts';
import { mayCreateEvents } from '../../governance/rights.ts';
import { eventDetail, listEvents } from '../../views/event-view.ts';
import { actorOf, handle, notFound, sendPage } from '../handler.ts';
import { assertRight } from '../rights.ts';
import { uuidOf } from '../uuid.ts';

/** `POST /events` and `POST /events/simulate` */
export function eventRoutes(context: Context): Router {
  const { pool, config, tracing } = context;
  const router = Router();
  for (const [path, origin] of [
    ['/', 'request'],
    ['/simulate', 'simulated'],
  ] as const) {
    router.post(
      path,
      handle(async (request, response) => {
        const actor = actorOf(response);
        assertRight(mayCreateEvents(actor, { openDemo: config.openDemo && origin === 'simulated' }));
        const body = EventRequest.parse(request.body);
        const id = await tracing.span(`event ${origin}`, null, (traceContext) =>
          requestEvent({ ...context, ...config }, body, { actor, origin, traceContext })
        );
        response.status(202).json(await eventDetail(pool, id));
      })
    );
  }
  return router;
}

/** `GET /coordination/events[/:id]` */
export function coordinationRoutes({ pool }: Context): Router {
  const router = Router();
  router.get(
    '/events',
    handle(async (request, response) => {
      const query = EventsQuery.parse(request.query);
      sendPage(request, response, {
        rows: await listEvents(pool, query),
        limit: query.limit,
        cursorOf: ({ id }) => id,
      });
    })
  );
  router.get(
    '/events/:id',
    handle(async (request, response) => {
      const id = uuidOf(request.params['id']);
      const event = await eventDetail(pool, id);
      if (event === undefined) throw notFound('event', id);
      response.json(event);
    })
  );
  return router;
}
