import { Router, type Response } from 'express';
import { listActions } from '../../actions/list.ts';
import { decideInBulk } from '../../approvals/bulk.ts';
import { decideAction } from '../../approvals/decide-action.ts';
import { reviseAction } from '../../approvals/revise-action.ts';
import { withdrawAction } from '../../approvals/withdraw-action.ts';
import { answerTaskOf, resolveUnknown, rollBackAction } from '../../approvals/after-execution.ts';
import {
  ActionsQuery,
  BulkDecisionRequest,
  DecisionRequest,
  ResolveRequest,
  RevisionRequest,
  TaskAnswerRequest,
  WithdrawRequest,
} from '../../contract/index.ts';
import type { Context } from '../../context.ts';
import { actionDetail } from '../../views/action-detail.ts';
import { actionSummaries } from '../../views/action-view.ts';
import { viewerOf } from '../../views/viewer.ts';
import { actorOf, handle, notFound, sendPage } from '../handler.ts';
import { uuidOf } from '../uuid.ts';

/** `/actions`: reading, and everything a person does about an action. */
export function actionRoutes(context: Context): Router {
  const router = Router();
  addReads(router, context);
  addDecisions(router, context);
  addFollowUps(router, context);
  return router;
}

/** The action as it stands now, as the caller may see it. */
async function sendAction({ pool, config }: Context, response: Response, id: string): Promise<void> {
  const detail = await actionDetail(pool, await viewerOf(pool, actorOf(response), config), id);
  if (detail === undefined) throw notFound('action', id);
  response.json(detail);
}

function addReads(router: Router, context: Context): void {
  const { pool, config } = context;
  router.get(
    '/',
    handle(async (request, response) => {
      const query = ActionsQuery.parse(request.query);
      const viewer = await viewerOf(pool, actorOf(response), config);
      const rows = await actionSummaries(pool, viewer, await listActions(pool, query));
      sendPage(request, response, { rows, limit: query.limit, cursorOf: ({ id }) => id });
    })
  );
  router.get(
    '/:id',
    handle(async (request, response) => {
      await sendAction(context, response, uuidOf(request.params['id']));
    })
  );
}

function addDecisions(router: Router, context: Context): void {
  const { approvals } = context;
  router.post(
    '/decisions',
    handle(async (request, response) => {
      const body = BulkDecisionRequest.parse(request.body);
      response.json(await decideInBulk(approvals, body, actorOf(response)));
    })
  );
  router.post(
    '/:id/decisions',
    handle(async (request, response) => {
      const { reason, ...body } = DecisionRequest.parse(request.body);
      const actionId = uuidOf(request.params['id']);
      await decideAction(approvals, { ...body, reason: reason ?? null, actionId, actor: actorOf(response) });
      await sendAction(context, response, actionId);
    })
  );
  router.post(
    '/:id/revisions',
    handle(async (request, response) => {
      const body = RevisionRequest.parse(request.body);
      const actionId = uuidOf(request.params['id']);
      const revised = await reviseAction(approvals, { ...body, actionId, actor: actorOf(response) });
      await sendAction(context, response.status(201), revised.actionId);
    })
  );
  router.post(
    '/:id/withdraw',
    handle(async (request, response) => {
      const body = WithdrawRequest.parse(request.body);
      const actionId = uuidOf(request.params['id']);
      await withdrawAction(approvals, { ...body, actionId, actor: actorOf(response) });
      await sendAction(context, response, actionId);
    })
  );
}

function addFollowUps(router: Router, context: Context): void {
  router.post(
    '/:id/rollback',
    handle(async (request, response) => {
      const body = WithdrawRequest.parse(request.body);
      const actionId = uuidOf(request.params['id']);
      await rollBackAction(context, { ...body, actionId, actor: actorOf(response) });
      await sendAction(context, response.status(202), actionId);
    })
  );
  router.post(
    '/:id/resolve',
    handle(async (request, response) => {
      const body = ResolveRequest.parse(request.body);
      const actionId = uuidOf(request.params['id']);
      await resolveUnknown(context.approvals, { ...body, actionId, actor: actorOf(response) });
      await sendAction(context, response, actionId);
    })
  );
  router.post(
    '/:id/task',
    handle(async (request, response) => {
      const body = TaskAnswerRequest.parse(request.body);
      const actionId = uuidOf(request.params['id']);
      await answerTaskOf(context, { ...body, actionId, actor: actorOf(response) });
      await sendAction(context, response, actionId);
    })
  );
}
