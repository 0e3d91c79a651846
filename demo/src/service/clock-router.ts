import type { Pool } from '@ai-cos/service-kit';
import { Router } from 'express';
import { z } from 'zod';
import { readClock, touchClock } from '../clock/clock-row.ts';

const Touch = z.strictObject({
  /** Wall seconds for which an urgent plan slows the days down; ask again while it still waits. */
  urgentSeconds: z.number().int().min(0).max(600).default(0),
});

export function clockRouter(pool: Pool): Router {
  const router = Router();
  router.get('/', async (_request, response) => {
    const { now, rate } = await readClock(pool);
    response.json({ now: now.toISOString(), rate, paused: rate === 0, simulated: true });
  });
  router.post('/touch', async (request, response) => {
    const { urgentSeconds } = Touch.parse(request.body ?? {});
    await touchClock(pool, urgentSeconds);
    const { now, rate } = await readClock(pool);
    response.json({ now: now.toISOString(), rate, simulated: true });
  });
  return router;
}
