import { agents } from '@ai-cos/catalog';
import type { Db } from '@ai-cos/service-kit';
import type { ActionRow } from '../actions/types.ts';
import { decidable } from '../approvals/decidable.ts';
import { decide, describeMissing, type RecordedVote } from '../approvals/guard.ts';
import { decisionsOf, votesOfMany } from '../approvals/history.ts';
import type { ActionSummary, ApprovalStatus, Decision } from '../contract/index.ts';
import type { Viewer } from './viewer.ts';

/** Actions as lists show them, with what the viewer may do about each. */
export async function actionSummaries(db: Db, viewer: Viewer, rows: readonly ActionRow[]): Promise<ActionSummary[]> {
  const ids = rows.map(({ id }) => id);
  const [decisions, votes] = [await decisionsOf(db, ids), await votesOfMany(db, ids)];
  return rows.map((row) =>
    summaryOf(row, approvalOf(row, viewer, { decisions: decisions.get(row.id) ?? [], votes: votes.get(row.id) ?? [] }))
  );
}

function summaryOf(row: ActionRow, approval: ApprovalStatus): ActionSummary {
  const { costAmount, costCurrency } = row;
  return {
    id: row.id,
    planId: row.planId,
    eventId: row.eventId,
    agentId: row.agentId,
    squadId: row.squadId,
    pole: agents[row.agentId].pole,
    type: row.type,
    connector: row.connector,
    priority: row.priority,
    title: row.title,
    description: row.description,
    kpiIds: row.kpiIds,
    expectedImprovement: row.expectedImprovement,
    risk: row.risk,
    riskTier: row.riskTier,
    confidence: row.confidence,
    cost: costAmount === null || costCurrency === null ? null : { amount: costAmount, currency: costCurrency },
    reversible: row.reversible,
    requiresValidation: row.requiresValidation,
    state: row.state,
    stateReason: row.stateReason,
    revision: row.revision,
    rowVersion: row.rowVersion,
    digest: row.digest,
    parameters: row.parameters,
    dependsOn: row.dependsOn,
    urgency: row.urgency,
    approval,
    simulated: row.simulated,
    createdAt: row.createdAt.toISOString(),
    createdAsOf: row.createdAsOf.toISOString(),
  };
}

function approvalOf(
  row: ActionRow,
  { deciding, policy, company, now }: Viewer,
  { decisions, votes }: { decisions: Decision[]; votes: RecordedVote[] }
): ApprovalStatus {
  const answer = decide({
    action: decidable(row, company),
    policy,
    history: votes,
    actor: deciding,
    wish: { verdict: 'approve', digest: row.digest, reason: 'asked by the page' },
    now,
  });
  const waiting = row.state === 'pending_approval';
  return {
    quorum: row.approvalSlots.length,
    groups: [...new Set(row.approvalSlots.flat())],
    decisions,
    missing: waiting ? describeMissing(row.approvalSlots, votes) : null,
    expiresAt: row.approvalExpiresAt?.toISOString() ?? null,
    mayDecide: answer.allowed,
    whyNot: answer.allowed ? null : answer.detail,
  };
}
