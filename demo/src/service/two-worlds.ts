import { DomainError, type Pool } from '@ai-cos/service-kit';
import { Router } from 'express';
import { dateOf } from '../twin/calendar.ts';
import type { DayFigures } from '../twin/figures.ts';
import type { LiveWorld } from '../world/live-world.ts';
import { figuresSince } from '../world/store.ts';

/** Days shown before the worlds part. */
const leadDays = 14;

/** The company beside itself without the decisions that were carried out: same luck, same disturbances, no lever. */
export function twoWorldsRouter(pool: Pool, world: () => LiveWorld): Router {
  const router = Router();
  router.get('/', async (_request, response) => {
    const since = world().secondWorldSince();
    if (since === null) {
      throw new DomainError('no_decision_yet', 'No lever has been moved, so there is only one world.', { status: 404 });
    }
    const [withDecisions, withoutDecisions] = await Promise.all([
      figuresSince(pool, 'company', since - leadDays),
      figuresSince(pool, 'without-decisions', since + 1),
    ]);
    response.json({
      simulated: true,
      partedOn: dateOf(since),
      withDecisions: withDecisions.map(datedFigures),
      withoutDecisions: withoutDecisions.map(datedFigures),
    });
  });
  return router;
}

function datedFigures({ day, ...figures }: DayFigures): object {
  return { date: dateOf(day), ...figures };
}
