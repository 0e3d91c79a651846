import { randomUUID } from 'node:crypto';
import type { Db } from '@ai-cos/service-kit';
import { canonicalJson } from '../../actions/canonical-json.ts';
import { proposeActions, type Governance, type Proposal, type ProposalContext } from '../../actions/propose.ts';
import { actionsOfEvent } from '../../actions/repository.ts';
import { transitionAction } from '../../actions/transition.ts';
import type { ActionRow } from '../../actions/types.ts';
import type { RecordedQuery } from '../../agents/company/recording-reader.ts';
import type { Dispatcher } from '../../dispatch/dispatcher.ts';
import type { ClaimedEvent } from '../claim.ts';
import { planHash } from '../plan-hash.ts';
import { completeEvent, insertFindings, insertPlan, insertRecording, insertRelevance } from '../repository.ts';
import { summaryOf } from '../summary.ts';
import type { Candidate, Draft } from '../types.ts';

export interface PersistContext {
  readonly event: ClaimedEvent;
  readonly recorded: readonly RecordedQuery[];
  readonly governance: Governance;
  readonly dispatcher: Pick<Dispatcher, 'send'>;
}

const by = { actor: 'coordination', route: 'coordination' } as const;
const undecided = ['proposed', 'pending_approval', 'changes_requested'] as const;

/** Stores plan, findings, relevance, actions and votes and completes the event: all of it or nothing. Gives the plan's id. */
export async function persist(db: Db, draft: Draft, context: PersistContext): Promise<string> {
  const { event } = context;
  const planId = randomUUID();
  const asOf = new Date(draft.input.asOf);
  const earlier = await actionsOfEvent(db, event.id);
  const kept = keptActions(draft, earlier);
  const ids = new Map(draft.candidates.map((one) => [one.key, kept.get(one.key)?.id ?? randomUUID()]));
  const findingIds = draft.findings.map(() => randomUUID());

  await insertPlan(db, { planId, event, draft, ids, hash: planHash(draft), summary: summaryOf(draft) });
  await insertFindings(db, { planId, event, draft, findingIds });
  await insertRelevance(db, event, draft);
  await insertRecording(db, event, draft.input, context.recorded);
  await supersede(db, earlier, new Set([...kept.values()].map((action) => action.id)), asOf);
  const fresh = draft.steps
    .map((step) => draft.candidates.find((one) => one.key === step.key))
    .filter((one): one is Candidate => one !== undefined && !kept.has(one.key));
  await proposeActions(
    db,
    proposalContext(context, planId, asOf),
    fresh.map((candidate) => toProposal(candidate, draft, { ids, findingIds }))
  );
  await completeEvent(db, { event, planId, draft });
  return planId;
}

/** Undecided actions of an earlier revision that the new plan wants again, by the key they have now. */
function keptActions(draft: Draft, earlier: readonly ActionRow[]): Map<string, ActionRow> {
  const open = new Map(
    earlier
      .filter((action) => isUndecided(action))
      .map((action) => [contentOf(action.agentId, action.type, action.parameters), action])
  );
  const kept = new Map<string, ActionRow>();
  for (const { key, agentId, actionType, parameters } of draft.candidates) {
    const same = open.get(contentOf(agentId, actionType, parameters));
    if (same !== undefined) kept.set(key, same);
  }
  return kept;
}

function isUndecided({ state }: ActionRow): boolean {
  return undecided.some((one) => one === state);
}

function contentOf(agentId: string, type: string, parameters: Readonly<Record<string, unknown>>): string {
  return `${agentId} ${type} ${canonicalJson(parameters)}`;
}

async function supersede(db: Db, earlier: readonly ActionRow[], kept: ReadonlySet<string>, asOf: Date): Promise<void> {
  for (const action of earlier) {
    if (!isUndecided(action) || kept.has(action.id)) continue;
    const reason = 'a newer revision of the plan does not want it any more';
    await transitionAction(db, { id: action.id, from: undecided, to: 'superseded', reason, asOf, ...by });
  }
}

function proposalContext(
  { event, governance, dispatcher }: PersistContext,
  planId: string,
  asOf: Date
): ProposalContext {
  const { id, requesters, simulated, traceContext } = event;
  return { eventId: id, planId, requesters, simulated, asOf, traceContext, governance, dispatcher, ...by };
}

interface Ids {
  readonly ids: ReadonlyMap<string, string>;
  readonly findingIds: readonly string[];
}

function toProposal(candidate: Candidate, draft: Draft, { ids, findingIds }: Ids): Proposal {
  const step = draft.steps.find((one) => one.key === candidate.key);
  const priority = draft.priorities.find((one) => one.key === candidate.key);
  const findingId = findingIds[candidate.finding];
  return {
    id: idOf(ids, candidate.key),
    agentId: candidate.agentId,
    type: candidate.actionType,
    parameters: candidate.parameters,
    target: { key: candidate.target },
    title: candidate.title,
    description: candidate.description,
    kpiIds: [...new Set(candidate.expected.map((prediction) => prediction.kpiId))],
    expectedImprovement: candidate.expected,
    risk: candidate.risk,
    confidence: candidate.confidence,
    priority: levelOf(priority?.urgency ?? 0, draft.input.severity),
    urgency: priority?.urgency ?? 0,
    cost: candidate.cost === null ? null : { amount: candidate.cost, currency: draft.input.currency },
    squadId: candidate.squadId,
    findingIds: findingId === undefined ? [] : [findingId],
    dependsOn: (step?.dependsOn ?? []).map((key) => idOf(ids, key)),
    stepOrder: step?.order ?? 0,
    boardObjection: draft.objections.includes(candidate.key),
    boardVotes: draft.votes.filter((vote) => vote.key === candidate.key),
  };
}

function idOf(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`step ${key} is not in the plan`);
  return id;
}

function levelOf(urgency: number, severity: Draft['input']['severity']): Proposal['priority'] {
  if (urgency < 0.25) return 'low';
  if (urgency < 0.6) return 'medium';
  return severity === 'critical' ? 'critical' : 'high';
}
