import type { KpiId, Pole } from '@ai-cos/catalog';
import type { ApprovalSlot } from '../actions/types.ts';
import type { ActionState, DecisionVerdict, RiskTier } from '../contract/index.ts';
import type { Policy } from '../governance/policy.ts';
import { fills, openSlots } from './slots.ts';

/** What the guard must know about the action; everything is read under the lock of its row. */
export interface DecidableAction {
  state: ActionState;
  digest: string;
  requesters: readonly string[];
  slots: readonly ApprovalSlot[];
  riskTier: RiskTier;
  boardObjection: boolean;
  pole: Pole;
  kpiIds: readonly KpiId[];
  expiresAt: Date | null;
  /** Groups that see the figures behind it, one entry per restricted KPI: who may not see them may not decide. */
  evidence: readonly ApprovalSlot[];
}

/** A vote already recorded on this revision, with the groups its person is in now. */
export interface RecordedVote {
  personId: string;
  onBehalfOf: string | null;
  verdict: DecisionVerdict;
  groups: readonly string[];
  active: boolean;
}

/** Somebody who lent their right to the person deciding. */
export interface LentRight {
  fromPersonId: string;
  groups: readonly string[];
  active: boolean;
  scope: { pole?: Pole | undefined; kpiId?: KpiId | undefined };
  startsAt: Date;
  endsAt: Date;
  revokedAt: Date | null;
}

export interface DecidingActor {
  kind: 'person' | 'service' | 'anonymous';
  personId: string;
  active: boolean;
  groups: readonly string[];
  lent: readonly LentRight[];
}

export interface Wish {
  verdict: DecisionVerdict;
  digest: string;
  reason: string | null;
}

export interface DecisionInput {
  action: DecidableAction;
  policy: Policy;
  history: readonly RecordedVote[];
  actor: DecidingActor;
  wish: Wish;
  now: Date;
}

export type GuardCode =
  | 'identity_required'
  | 'services_never_decide'
  | 'person_inactive'
  | 'not_waiting'
  | 'expired'
  | 'stale_digest'
  | 'self_approval'
  | 'already_voted'
  | 'not_eligible'
  | 'evidence_restricted'
  | 'slot_taken'
  | 'reason_required'
  | 'board_objection';

export type GuardAnswer =
  | { allowed: false; code: GuardCode; detail: string; status: 403 | 409 | 422 }
  | {
      allowed: true;
      /** State after this vote; `pending_approval` while more people are needed. */
      next: 'pending_approval' | 'approved' | 'rejected' | 'changes_requested';
      onBehalfOf: string | null;
      groups: readonly string[];
      /** An admin went ahead against the board. */
      override: boolean;
    };

/** The one guard of every way in: panel, page, API, CLI and bulk. Pure: same input, same answer. */
export function decide(input: DecisionInput): GuardAnswer {
  return identityRefusal(input) ?? stateRefusal(input) ?? wishRefusal(input) ?? weigh(input);
}

function refuse(code: GuardCode, detail: string, status: 403 | 409 | 422 = 403): GuardAnswer {
  return { allowed: false, code, detail, status };
}

function identityRefusal({ actor }: DecisionInput): GuardAnswer | undefined {
  if (actor.kind === 'anonymous') return refuse('identity_required', 'Sign in or use a personal token to decide.');
  if (actor.kind === 'service') return refuse('services_never_decide', 'Service accounts and agents never decide.');
  if (!actor.active) return refuse('person_inactive', 'You are no longer active in the people file.');
  return undefined;
}

function stateRefusal({ action, now }: DecisionInput): GuardAnswer | undefined {
  // A rejection beats approvals that have not been carried out yet.
  if (action.state !== 'pending_approval' && action.state !== 'approved') {
    return refuse('not_waiting', `The action is ${action.state.replaceAll('_', ' ')}; nothing is left to decide.`, 409);
  }
  if (action.expiresAt !== null && action.expiresAt.getTime() <= now.getTime()) {
    return refuse('expired', `The request expired at ${action.expiresAt.toISOString()}.`, 409);
  }
  return undefined;
}

function wishRefusal({ action, actor, wish, history }: DecisionInput): GuardAnswer | undefined {
  if (action.state === 'approved' && wish.verdict !== 'reject') {
    return refuse('not_waiting', 'The action is approved already; it can only be rejected or withdrawn now.', 409);
  }
  if (wish.digest !== action.digest) {
    return refuse('stale_digest', 'The action is not what you were shown; load it again and decide on that.', 409);
  }
  if (action.requesters.includes(actor.personId)) {
    return refuse('self_approval', 'You asked for this action or changed it, so somebody else has to decide.');
  }
  if (wish.verdict !== 'approve' && (wish.reason ?? '').trim() === '') {
    return refuse('reason_required', 'Say why: a rejection or a request for changes needs a reason.', 422);
  }
  const counted = history.some(({ personId, onBehalfOf }) => [personId, onBehalfOf].includes(actor.personId));
  if (counted) {
    const detail = 'Your vote on this revision is counted already; withdraw the action if you changed your mind.';
    return refuse('already_voted', detail, 409);
  }
  return undefined;
}

function weigh(input: DecisionInput): GuardAnswer {
  const { action, wish } = input;
  const standing = standingOf(input);
  if (standing === undefined) {
    return refuse(
      'not_eligible',
      `Deciding this needs ${describeSlots(action.slots)}; you are in none of these groups.`
    );
  }
  if (!action.evidence.every((slot) => fills(slot, input.actor.groups))) {
    return refuse('evidence_restricted', 'It rests on restricted figures that you may not see.');
  }
  if (wish.verdict !== 'approve') {
    return {
      allowed: true,
      next: wish.verdict === 'reject' ? 'rejected' : 'changes_requested',
      ...standing,
      override: false,
    };
  }
  const approvers = approverGroups(input.history);
  const before = openSlots(action.slots, approvers);
  const after = openSlots(action.slots, [...approvers, standing.groups]);
  if (after.length === before.length) {
    return refuse('slot_taken', `What is still missing is ${describeSlots(before)}; you cannot give that.`);
  }
  const complete = after.length === 0;
  if (complete && action.boardObjection && input.policy.tiers[action.riskTier].objectionBlocks) {
    return pastTheBoard(standing, wish);
  }
  return { allowed: true, next: complete ? 'approved' : 'pending_approval', ...standing, override: false };
}

function approverGroups(history: readonly RecordedVote[]): (readonly string[])[] {
  return history.filter(({ verdict, active }) => verdict === 'approve' && active).map(({ groups }) => groups);
}

function pastTheBoard(standing: Standing, { reason }: Wish): GuardAnswer {
  if (!standing.groups.includes('admin') || (reason ?? '').trim() === '') {
    return refuse(
      'board_objection',
      'The board objects: only an admin may go ahead as the last approver, with a reason.'
    );
  }
  return { allowed: true, next: 'approved', ...standing, override: true };
}

interface Standing {
  onBehalfOf: string | null;
  groups: readonly string[];
}

/** In whose right the person decides: the own one first, else one that was lent. */
function standingOf(input: DecisionInput): Standing | undefined {
  const { action, actor, policy } = input;
  if (mayFill(action.slots, actor.groups)) return { onBehalfOf: null, groups: actor.groups };
  if (!policy.delegation.allowed) return undefined;
  const lender = actor.lent.find((right) => isUsable(right, input));
  return lender === undefined ? undefined : { onBehalfOf: lender.fromPersonId, groups: lender.groups };
}

function mayFill(slots: readonly ApprovalSlot[], groups: readonly string[]): boolean {
  return slots.some((slot) => fills(slot, groups));
}

function isUsable(right: LentRight, { action, history, now }: DecisionInput): boolean {
  const { fromPersonId, scope } = right;
  const inTime = right.startsAt <= now && right.endsAt > now && (right.revokedAt === null || right.revokedAt > now);
  const inScope =
    (scope.pole === undefined || scope.pole === action.pole) &&
    (scope.kpiId === undefined || action.kpiIds.includes(scope.kpiId));
  // Nobody lends a right to decide about what they asked for, and lender and borrower count once together.
  const used = history.some((vote) => [vote.personId, vote.onBehalfOf].includes(fromPersonId));
  return (
    right.active &&
    inTime &&
    inScope &&
    !used &&
    !action.requesters.includes(fromPersonId) &&
    mayFill(action.slots, right.groups)
  );
}

/** Words a person understands for what is still needed; null when nothing is. */
export function describeMissing(slots: readonly ApprovalSlot[], history: readonly RecordedVote[]): string | null {
  const open = openSlots(slots, approverGroups(history));
  return open.length === 0 ? null : describeSlots(open);
}

export function describeSlots(slots: readonly ApprovalSlot[]): string {
  return slots.map((slot) => `one of ${slot.map((group) => NAMES[group] ?? group).join(' or ')}`).join(' and ');
}

const NAMES: Readonly<Record<string, string>> = {
  any: 'the approvers',
  admin: 'the admins',
  'pole:strategic': 'the approvers of strategy',
  'pole:tech': 'the approvers of technology',
  'pole:business': 'the approvers of business',
  'pole:expansion': 'the approvers of expansion',
};

/** Whether the recorded approvals still make a quorum; asked again before the effect, with today's people. */
export function quorumHolds(slots: readonly ApprovalSlot[], history: readonly RecordedVote[]): boolean {
  return openSlots(slots, approverGroups(history)).length === 0;
}
