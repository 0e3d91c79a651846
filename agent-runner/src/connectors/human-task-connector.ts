import type { Clock, Db } from '@ai-cos/service-kit';
import type { Connector, EffectRequest, Lookup } from './connector.ts';

export interface HumanTaskConnectorOptions {
  readonly db: Db;
  readonly clock: Clock;
  /** The person who should do it: the owner of the action's KPI or pole, or nobody in particular. */
  readonly assigneeOf: (actionId: string) => Promise<string | null>;
  /** Business days until a task is due. */
  readonly dueDays?: number;
}

const dayMs = 86_400_000;

/**
 * The default connector: the call is a row that is unique on the key, so a repeated call never makes a second task.
 * The effect is known when the person answers; until then the action waits without a lease.
 */
export function createHumanTaskConnector({ db, clock, assigneeOf, dueDays = 1 }: HumanTaskConnectorOptions): Connector {
  return {
    kind: 'human-task',
    honoursKey: true,
    whyUnavailable: () => null,
    dryRun: (effect) => Promise.resolve(`ask a person: ${instructionsOf(effect)}`),
    async call(effect) {
      const assignee = await assigneeOf(effect.actionId);
      const due = new Date(clock.now().getTime() + dueDays * dayMs);
      const { rows } = await db.query<{ id: string }>(
        `INSERT INTO ai_cos_tasks (action_id, idempotency_key, assignee, due_as_of, instructions)
         VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (idempotency_key) DO UPDATE SET idempotency_key = excluded.idempotency_key
         RETURNING id`,
        [effect.actionId, effect.key, assignee, due, instructionsOf(effect)]
      );
      return { kind: 'waiting', reference: rows[0]?.id ?? effect.key };
    },
    lookup: (effect) => lookUp(db, effect),
    readBack: () => Promise.resolve(null),
  };
}

function instructionsOf({ title, description, parameters }: EffectRequest): string {
  const exact = Object.entries(parameters).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return [title, description, ...exact].filter((line) => line !== '').join('\n');
}

async function lookUp(db: Db, effect: EffectRequest): Promise<Lookup> {
  const { rows } = await db.query<{ answer: string | null; note: string | null }>(
    'SELECT answer, note FROM ai_cos_tasks WHERE idempotency_key = $1',
    [effect.key]
  );
  const task = rows[0];
  if (task === undefined) return { kind: 'absent' };
  if (task.answer === 'done' || task.answer === 'done_differently') {
    return { kind: 'applied', reference: null, summary: task.note ?? task.answer, response: task };
  }
  return { kind: 'cannot-tell', reason: 'the person has not answered yet' };
}
