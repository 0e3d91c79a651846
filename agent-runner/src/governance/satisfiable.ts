import { poles, type CompanyPerson, type Pole } from '@ai-cos/catalog';
import { describeSlots } from '../approvals/guard.ts';
import { openSlots, slotsFor } from '../approvals/slots.ts';
import { riskTiers, type RiskTier } from '../contract/index.ts';
import type { Policy } from './policy.ts';

/** A request that nobody could ever answer: too few people, or none in a group it needs. */
export interface UnsatisfiableRule {
  tier: RiskTier;
  field: 'slots' | 'slotsOnObjection';
  pole: Pole;
  missing: string;
}

/** Rules of a policy that the people of the company cannot fulfil, even all of them together. */
export function unsatisfiableRules(policy: Policy, people: readonly CompanyPerson[]): UnsatisfiableRule[] {
  const groups = people.filter(({ active }) => active).map((person) => person.groups);
  const found: UnsatisfiableRule[] = [];
  for (const tier of riskTiers) {
    for (const field of ['slots', 'slotsOnObjection'] as const) {
      for (const pole of poles) {
        const slots = slotsFor(policy, { tier, pole, boardObjection: field === 'slotsOnObjection' });
        const open = openSlots(slots, groups);
        if (open.length > 0) found.push({ tier, field, pole, missing: describeSlots(open) });
      }
    }
  }
  return found;
}
