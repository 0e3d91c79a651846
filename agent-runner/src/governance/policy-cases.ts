import { kpiIds, poles } from '@ai-cos/catalog';
import { z } from 'zod';
import { decide } from '../approvals/guard.ts';
import { slotsFor } from '../approvals/slots.ts';
import { decisionVerdicts } from '../contract/index.ts';
import type { Policy } from './policy.ts';
import { riskTierOf } from './risk-tier.ts';

const person = z.strictObject({ id: z.string(), groups: z.array(z.string()), active: z.boolean().default(true) });

const PolicyCase = z.strictObject({
  name: z.string(),
  action: z.strictObject({
    pole: z.enum(poles),
    risk: z.number().min(0).max(100),
    kpis: z.array(z.enum(kpiIds)).default([]),
    requesters: z.array(z.string()).default([]),
    boardObjection: z.boolean().default(false),
  }),
  /** People who approved before. */
  approvedBy: z.array(person).default([]),
  actor: person,
  verdict: z.enum(decisionVerdicts).default('approve'),
  reason: z.string().optional(),
  expect: z.string().optional(),
});
export type PolicyCase = z.infer<typeof PolicyCase>;

export const PolicyCases = z.strictObject({ cases: z.array(PolicyCase).min(1) });

/** What the guard answers to a case: the state after the vote, or the code of its refusal. */
export function verdictOf(policy: Policy, { action, approvedBy, actor, verdict, reason }: PolicyCase): string {
  const riskTier = riskTierOf(action.risk);
  const answer = decide({
    policy,
    now: new Date(0),
    action: {
      state: 'pending_approval',
      digest: 'case',
      requesters: action.requesters,
      slots: slotsFor(policy, { tier: riskTier, pole: action.pole, boardObjection: action.boardObjection }),
      riskTier,
      boardObjection: action.boardObjection,
      pole: action.pole,
      kpiIds: action.kpis,
      expiresAt: null,
      evidence: [],
    },
    history: approvedBy.map(({ id, groups, active }) => ({
      personId: id,
      onBehalfOf: null,
      verdict: 'approve',
      groups,
      active,
    })),
    actor: { kind: 'person', personId: actor.id, groups: actor.groups, active: actor.active, lent: [] },
    wish: { verdict, digest: 'case', reason: reason ?? null },
  });
  return answer.allowed ? answer.next : answer.code;
}
