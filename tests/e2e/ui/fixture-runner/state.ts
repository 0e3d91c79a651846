import type {
  ActionDetail,
  ActionSummary,
  DecisionRequest,
  KillSwitchView,
  Me,
  ModeView,
  Simulation,
} from '@ai-cos/agent-runner/contract';
import { detailOf, simulatedActions } from '../../../../grafana-plugin/fixtures/actions.ts';
import { makeSimulation } from '../../../../grafana-plugin/fixtures/factories/simulation.ts';
import { makeKillSwitch, makeMode } from '../../../../grafana-plugin/fixtures/factories/governance.ts';

/** What the fixture remembers between two calls. */
export interface FixtureState {
  actions: Map<string, ActionDetail>;
  mode: ModeView;
  simulations: Map<string, Simulation>;
  killSwitch: KillSwitchView;
  nowMilliseconds: () => number;
}

const firstRun = makeSimulation(1);
const secondRun = makeSimulation(2, { scenarioName: 'Prices up 8 %' });

export class Refusal extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, detail: string) {
    super(detail);
    this.status = status;
    this.code = code;
  }
}

function withFreshExpiry(action: ActionDetail, nowMilliseconds: number): ActionDetail {
  if (action.approval.expiresAt === null) return action;
  const minutes = action.riskTier === 'high' ? 12 : 45;
  const expiresAt = new Date(nowMilliseconds + minutes * 60_000).toISOString();
  return { ...action, approval: { ...action.approval, expiresAt } };
}

export function createState(summaries: readonly ActionSummary[], nowMilliseconds: () => number): FixtureState {
  const details = summaries.map((summary) => withFreshExpiry(detailOf(summary), nowMilliseconds()));
  return {
    actions: new Map(details.map((detail) => [detail.id, detail])),
    mode: makeMode(),
    simulations: new Map([firstRun, secondRun].map((run) => [run.id, run])),
    killSwitch: makeKillSwitch(),
    nowMilliseconds,
  };
}

export function createSimulatedState(nowMilliseconds: () => number): FixtureState {
  return createState(simulatedActions, nowMilliseconds);
}

/** The action as this person sees it: the right to decide is theirs, not the action's. */
export function seenBy(action: ActionDetail, me: Me): ActionDetail {
  const { approval } = action;
  if (action.state !== 'pending_approval') {
    return { ...action, approval: { ...approval, mayDecide: false, whyNot: 'it is already decided' } };
  }
  if (!me.rights.decide.allowed) {
    return { ...action, approval: { ...approval, mayDecide: false, whyNot: me.rights.decide.whyNot } };
  }
  const voted = approval.decisions.some(({ personId }) => personId === me.personId);
  const whyNot = voted ? 'you have already decided; a second person is needed' : null;
  return { ...action, approval: { ...approval, mayDecide: !voted, whyNot } };
}

function executed(action: ActionDetail, at: string): ActionDetail {
  return {
    ...action,
    state: 'succeeded',
    receipt: {
      reference: `${action.connector}-4711`,
      at,
      asOf: action.createdAsOf,
      summary: `${action.connector} carried out the order.`,
      before: { status: 'unchanged' },
      after: { status: 'ordered' },
    },
  };
}

/** Applies a vote with the rules the interface depends on: digest, one vote per person, quorum, first reject ends it. */
export function decide(state: FixtureState, id: string, request: DecisionRequest, me: Me): ActionDetail {
  const action = state.actions.get(id);
  if (action === undefined) throw new Refusal(404, 'action_not_found', `no action ${id}`);
  if (!me.rights.decide.allowed) throw new Refusal(403, 'may_not_decide', me.rights.decide.whyNot ?? 'not permitted');
  const last = action.approval.decisions.at(-1);
  if (action.state !== 'pending_approval') {
    throw new Refusal(409, 'already_decided', `${last?.personName ?? 'Somebody'} decided first: ${action.state}`);
  }
  if (action.digest !== request.digest) throw new Refusal(409, 'digest_changed', 'the parameters have changed');
  if (action.approval.decisions.some(({ personId }) => personId === me.personId)) {
    throw new Refusal(409, 'already_voted', 'you have already decided; a second person is needed');
  }
  const at = new Date(state.nowMilliseconds()).toISOString();
  const vote = {
    personId: me.personId ?? 'unknown',
    personName: me.name,
    onBehalfOf: null,
    verdict: request.verdict,
    reason: request.reason ?? null,
    route: 'grafana',
    at,
  };
  const decisions = [...action.approval.decisions, vote];
  const entry = { at, asOf: null, event: request.verdict, actor: me.name, route: 'grafana', detail: vote.reason };
  const voted = { ...action, approval: { ...action.approval, decisions }, timeline: [...action.timeline, entry] };
  const next = afterVote(voted, request.verdict, at);
  state.actions.set(id, next);
  return next;
}

function afterVote(action: ActionDetail, verdict: DecisionRequest['verdict'], at: string): ActionDetail {
  if (verdict === 'reject') return { ...action, state: 'rejected' };
  if (verdict === 'request_changes') return { ...action, state: 'changes_requested' };
  const approvals = action.approval.decisions.filter((decision) => decision.verdict === 'approve').length;
  return approvals >= action.approval.quorum ? executed(action, at) : action;
}
