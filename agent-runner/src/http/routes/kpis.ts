import { kpiIdOf, kpis, type KpiId, type KpiReading, type KpisResponse } from '@ai-cos/catalog';
import { DomainError } from '@ai-cos/service-kit';
import { Router, type Response } from 'express';
import { KpiHistoryQuery, type KpiView } from '../../contract/index.ts';
import type { Context } from '../../context.ts';
import { healthBoard, kpiDetail, kpiViews } from '../../views/kpi-view.ts';
import { maySeeRestricted } from '../../views/viewer.ts';
import { actorOf, handle, notFound } from '../handler.ts';

const DEFAULT_HISTORY_MS = 90 * 86_400_000;
const DAY_SECONDS = 86_400;

/** `GET /kpis[/:id]`, `GET /kpis/:id/history`, `GET /health-board` */
export function kpiRoutes(context: Context): Router {
  const { pool } = context;
  const router = Router();
  router.get(
    '/kpis',
    handle(async (_request, response) => {
      response.json(await kpiViews(pool, await readingsOf(context), visibleTo(response)));
    })
  );
  router.get(
    '/health-board',
    handle(async (_request, response) => {
      response.json(await healthBoard(pool, await readingsOf(context), visibleTo(response)));
    })
  );
  router.get(
    '/kpis/:id',
    handle(async (request, response) => {
      const view = await visibleKpi(context, response, request.params['id']);
      response.json(await kpiDetail(pool, view));
    })
  );
  router.get(
    '/kpis/:id/history',
    handle(async (request, response) => {
      const { id } = await visibleKpi(context, response, request.params['id']);
      const { from, to, flow } = KpiHistoryQuery.parse(request.query);
      const end = to === undefined ? context.clock.now() : new Date(to);
      const start = from === undefined ? new Date(end.getTime() - DEFAULT_HISTORY_MS) : new Date(from);
      const { points } = await context.exporters.values(id, {
        from: start,
        to: end,
        ...(flow ? { flow } : { step: DAY_SECONDS }),
      });
      response.json({ id, unit: kpis[id].unit, points });
    })
  );
  return router;
}

/** The last known readings; asked for once when there are none yet. */
export async function readingsOf({ kpis: recorder }: Context): Promise<KpisResponse> {
  if (recorder.latest() === undefined) await recorder.refresh();
  const readings = recorder.latest();
  if (readings === undefined) {
    throw new DomainError('exporters_unavailable', 'No KPI reading is known: the exporters do not answer.', {
      status: 503,
    });
  }
  return readings;
}

function visibleTo(response: Response): (reading: KpiReading) => boolean {
  const actor = actorOf(response);
  return ({ id, sensitivity }) => sensitivity !== 'restricted' || maySeeRestricted(actor, id);
}

export async function visibleKpi(
  context: Context,
  response: Response,
  name: unknown
): Promise<KpiView & { id: KpiId }> {
  const id = typeof name === 'string' ? kpiIdOf(name) : undefined;
  const views = await kpiViews(context.pool, await readingsOf(context), visibleTo(response));
  const view = views.find((candidate) => candidate.id === id && candidate.store === null);
  if (view === undefined) throw notFound('kpi', String(name));
  return view;
}
