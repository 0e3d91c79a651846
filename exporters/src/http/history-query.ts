import { DomainError } from '@ai-cos/service-kit';
import { z } from 'zod';
import { dayMs } from '../history/point.ts';
import type { HistoryQuery } from '../history/service.ts';

const instant = z.iso
  .datetime({ offset: true, error: 'an ISO instant such as 2026-06-15T00:00:00Z' })
  .transform((text) => new Date(text));

const Query = z.object({
  from: instant.optional(),
  to: instant.optional(),
  step: z.coerce.number().int().min(60).default(86_400),
  flow: z.enum(['true', 'false']).default('false'),
});

const defaultDays = 90;
/** Keeps one request from computing for minutes; 400 days or a quarter of hours fit. */
const maxPoints = 2_200;

/** `from&to&step&flow` of a history request; the last 90 days by day when nothing is said. */
export function historyQuery(query: unknown, now: Date): HistoryQuery {
  const { from: statedFrom, to = now, step, flow } = Query.parse(query);
  const from = statedFrom ?? new Date(to.getTime() - defaultDays * dayMs);
  if (from > to)
    throw new DomainError('invalid_request', `from (${from.toISOString()}) lies after to (${to.toISOString()}).`);
  const stepSeconds = flow === 'true' ? dayMs / 1_000 : step;
  const points = (to.getTime() - from.getTime()) / (stepSeconds * 1_000);
  if (points > maxPoints) {
    throw new DomainError(
      'invalid_request',
      `That span has ${String(Math.ceil(points))} points; ask for at most ${String(maxPoints)}.`
    );
  }
  return { from, to, stepSeconds, kind: flow === 'true' ? 'flow' : 'values' };
}
