import type { Db } from '@ai-cos/service-kit';
import { proposeActions, type Governance, type Proposal, type ProposalContext } from '../../src/actions/propose.ts';
import type { ActionRow } from '../../src/actions/types.ts';
import { defaultPolicy } from '../../src/governance/policy.ts';

export const AS_OF = new Date('2026-03-01T10:00:00Z');

export const assisted: Governance = {
  mode: 'assisted',
  policy: defaultPolicy,
  breakerOpen: false,
  trustOf: () => ({ whyNot: '0 of 14 verdicts' }),
  whyOnlySimulated: () => null,
};

export function proposal(changes: Partial<Proposal> = {}): Proposal {
  return {
    agentId: 'ia-cmo',
    type: 'ads.campaign-pause',
    parameters: { campaignId: 12, dailySpend: 140 },
    title: 'Pause campaign 12',
    description: 'It advertises products that are out of stock.',
    kpiIds: ['roi_campaigns'],
    expectedImprovement: [],
    risk: 20,
    confidence: 80,
    priority: 'high',
    urgency: 1,
    ...changes,
  };
}

export function proposalContext(changes: Partial<ProposalContext> = {}): ProposalContext {
  return {
    eventId: null,
    planId: null,
    requesters: [],
    simulated: true,
    asOf: AS_OF,
    actor: 'coordination',
    route: 'coordination',
    traceContext: null,
    governance: assisted,
    dispatcher: { send: () => Promise.resolve() },
    ...changes,
  };
}

/** Inserts one action, waiting for approval unless the changes say otherwise. */
export async function insertProposal(
  db: Db,
  changes: Partial<Proposal> = {},
  context: Partial<ProposalContext> = {}
): Promise<ActionRow> {
  const [row] = await proposeActions(db, proposalContext(context), [proposal(changes)]);
  if (row === undefined) throw new Error('nothing was proposed');
  return row;
}
