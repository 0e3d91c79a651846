import type { Db } from '@ai-cos/service-kit';
import type { Tracing } from './tracing.ts';

const TABLES = { event: 'ai_cos_coordination_events', action: 'ai_cos_actions' } as const;

/** A job about a row becomes a span of the trace that the row belongs to. */
export function tracedById(
  { tracing, db }: { tracing: Tracing; db: Db },
  { name, kind }: { name: string; kind: keyof typeof TABLES },
  work: (id: string) => Promise<unknown>
): (id: string) => Promise<void> {
  return async (id) => {
    const { rows } = await db.query<{ context: string | null }>(
      `SELECT trace_context AS context FROM ${TABLES[kind]} WHERE id = $1`,
      [id]
    );
    await tracing.span(name, rows[0]?.context ?? null, () => work(id), { [`aicos.${kind}.id`]: id });
  };
}
