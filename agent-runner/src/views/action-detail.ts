import type { Db } from '@ai-cos/service-kit';
import { board, boardIds } from '@ai-cos/catalog';
import { loadAction } from '../actions/repository.ts';
import type { ActionRow } from '../actions/types.ts';
import type { ActionDetail, HumanTask } from '../contract/index.ts';
import { actionSummaries } from './action-view.ts';
import { findingsById } from './finding-view.ts';
import { outcomesOf } from './outcome-view.ts';
import { timelineOf } from './timeline-view.ts';
import type { Viewer } from './viewer.ts';

export async function actionDetail(db: Db, viewer: Viewer, id: string): Promise<ActionDetail | undefined> {
  const row = await loadAction(db, id);
  if (row === undefined) return undefined;
  const [summary] = await actionSummaries(db, viewer, [row]);
  if (summary === undefined) return undefined;
  return {
    ...summary,
    findings: await findingsById(db, row.findingIds),
    objections: await objectionsTo(db, id),
    supersedesId: row.supersedesId,
    compensatesId: row.compensatesId,
    task: await taskOf(db, id),
    receipt: receiptOf(row),
    outcomes: await outcomesOf(db, { planId: row.planId, actionId: id }),
    timeline: await timelineOf(db, id),
    dryRun: row.dryRun,
  };
}

async function objectionsTo(db: Db, id: string): Promise<ActionDetail['objections']> {
  const { rows } = await db.query<{ member: string; reason: string }>(
    'SELECT member, reason FROM ai_cos_board_votes WHERE action_id = $1 AND NOT agrees ORDER BY member',
    [id]
  );
  return rows.map(({ member, reason }) => {
    const known = boardIds.find((candidate) => candidate === member);
    return { member: known === undefined ? member : board[known].name, reason };
  });
}

async function taskOf(db: Db, id: string): Promise<HumanTask | null> {
  const { rows } = await db.query<Omit<HumanTask, 'dueAsOf'> & { dueAsOf: Date }>(
    `SELECT assignee, due_as_of AS "dueAsOf", instructions, answer, answered_by AS "answeredBy", note
       FROM ai_cos_tasks WHERE action_id = $1`,
    [id]
  );
  const row = rows[0];
  return row === undefined ? null : { ...row, dueAsOf: row.dueAsOf.toISOString() };
}

/** The stored receipt may know more than the contract shows. */
function receiptOf({ receipt }: ActionRow): ActionDetail['receipt'] {
  if (receipt === null) return null;
  const { reference, summary, before, after, at, asOf } = receipt;
  return { reference, summary, before, after, at, asOf };
}
