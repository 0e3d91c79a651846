import { Router } from 'express';
import { PageQuery, SnapshotRequest } from '../../contract/index.ts';
import type { Context } from '../../context.ts';
import { mayCreateEvents } from '../../governance/rights.ts';
import { raiseFindings } from '../../snapshots/raise-findings.ts';
import { reportValues } from '../../snapshots/report.ts';
import { takeSnapshot } from '../../snapshots/take-snapshot.ts';
import { findSnapshot, listSnapshots } from '../../views/snapshot-view.ts';
import { actorOf, handle, sendPage } from '../handler.ts';
import { assertRight } from '../rights.ts';
import { readingsOf } from './kpis.ts';

/** `GET|POST /snapshots` */
export function snapshotRoutes(context: Context): Router {
  const { pool, clock, config } = context;
  const router = Router();
  router.get(
    '/',
    handle(async (request, response) => {
      const query = PageQuery.parse(request.query);
      sendPage(request, response, {
        rows: await listSnapshots(pool, query),
        limit: query.limit,
        cursorOf: ({ id }) => id,
      });
    })
  );
  router.post(
    '/',
    handle(async (request, response) => {
      assertRight(mayCreateEvents(actorOf(response), { openDemo: false }));
      const { source, report } = SnapshotRequest.parse(request.body ?? {});
      const readings = await readingsOf(context);
      const id = await takeSnapshot({ pool, clock }, { name: source, readings, overrides: reportValues(report) });
      await raiseFindings({ ...context, company: config.company }, id, readings);
      response.status(201).json(await findSnapshot(pool, id));
    })
  );
  return router;
}
