import { actionTypes } from '@ai-cos/catalog';
import { DomainError, inTransaction, type Clock, type Pool } from '@ai-cos/service-kit';
import { loadAction } from '../actions/repository.ts';
import { transitionAction } from '../actions/transition.ts';
import type { ActionRow } from '../actions/types.ts';
import type { Dispatcher } from '../dispatch/dispatcher.ts';
import { cancelDependents, readyDependents } from './dependents.ts';
import { markRecovering } from './consequences.ts';

export interface TaskAnswer {
  readonly actionId: string;
  readonly answer: 'done' | 'not_done' | 'done_differently';
  readonly note: string;
  readonly personId: string;
  readonly route: string;
}

const dayMs = 86_400_000;

/** A person says what became of a human task; the action then goes on like any other, towards its verdict. */
export async function answerTask(
  { pool, clock, dispatcher }: { pool: Pool; clock: Clock; dispatcher: Pick<Dispatcher, 'send'> },
  answer: TaskAnswer
): Promise<ActionRow> {
  if (answer.answer === 'done_differently' && answer.note.trim() === '') {
    throw new DomainError('note_required', 'Say what was done instead.');
  }
  return inTransaction(pool, async (tx) => {
    const { rowCount } = await tx.query(
      `UPDATE ai_cos_tasks SET answer = $2, note = $3, answered_by = $4, answered_at = clock_timestamp()
        WHERE action_id = $1 AND answer IS NULL`,
      [answer.actionId, answer.answer, answer.note, answer.personId]
    );
    const action = await loadAction(tx, answer.actionId);
    if (action === undefined)
      throw new DomainError('not_found', `There is no action ${answer.actionId}.`, { status: 404 });
    if (rowCount === 0) throw new DomainError('no_open_task', 'This action has no open task.', { status: 409 });
    const asOf = clock.now();
    const done = answer.answer !== 'not_done';
    const { lagDays, windowDays } = actionTypes[action.type];
    const moved = await transitionAction(tx, {
      id: action.id,
      from: 'executing',
      to: done ? 'succeeded' : 'failed',
      reason: answer.note === '' ? answer.answer : answer.note,
      actor: answer.personId,
      route: answer.route,
      asOf,
      event: 'action.task_answered',
      detail: { answer: answer.answer },
      ...(done && {
        set: {
          executedAt: { inMs: 0 },
          executedAsOf: asOf,
          verifyDueAsOf: new Date(asOf.getTime() + (lagDays + windowDays) * dayMs),
        },
      }),
    });
    if (moved === undefined) throw new DomainError('moved', `The action is ${action.state} now.`, { status: 409 });
    if (done) {
      await markRecovering(tx, action.id);
      for (const id of await readyDependents(tx, action.id)) await dispatcher.send(tx, 'execute', { id });
    } else {
      await cancelDependents(tx, action.id, asOf);
    }
    return moved;
  });
}
