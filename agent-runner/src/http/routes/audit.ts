import { Router } from 'express';
import { listAudit } from '../../audit/list.ts';
import { verifyAudit } from '../../audit/verify.ts';
import { AuditQuery } from '../../contract/index.ts';
import type { Context } from '../../context.ts';
import { mayReadAudit } from '../../governance/rights.ts';
import { actorOf, handle, sendPage } from '../handler.ts';
import { assertRight } from '../rights.ts';

/** `GET /audit`, `GET /audit/verify` */
export function auditRoutes({ pool, config }: Context): Router {
  const router = Router();
  router.use((_request, response, next) => {
    assertRight(mayReadAudit(actorOf(response), config));
    next();
  });
  router.get(
    '/',
    handle(async (request, response) => {
      const query = AuditQuery.parse(request.query);
      const entries = await listAudit(pool, query);
      const cursors = new Map(entries.map(({ id, ...entry }) => [entry, id] as const));
      sendPage(request, response, {
        rows: [...cursors.keys()],
        limit: query.limit,
        cursorOf: (entry) => cursors.get(entry) ?? '',
      });
    })
  );
  router.get(
    '/verify',
    handle(async (_request, response) => {
      response.json(await verifyAudit(pool));
    })
  );
  return router;
}
