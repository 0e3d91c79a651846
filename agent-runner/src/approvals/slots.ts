import type { Pole } from '@ai-cos/catalog';
import type { RiskTier } from '../contract/index.ts';
import type { ApprovalSlot } from '../actions/types.ts';
import type { Policy } from '../governance/policy.ts';

/** The people an action needs, from its tier; `owner-pole` becomes the pole that answers for it. */
export function slotsFor(
  policy: Policy,
  { tier, pole, boardObjection }: { tier: RiskTier; pole: Pole; boardObjection: boolean }
): ApprovalSlot[] {
  const rule = policy.tiers[tier];
  const chosen = boardObjection ? rule.slotsOnObjection : rule.slots;
  return chosen.map((slot) => slot.map((group) => (group === 'owner-pole' ? `pole:${pole}` : group)));
}

/** Whether somebody in these groups may fill a slot; people without any group approve nothing. */
export function fills(slot: ApprovalSlot, groups: readonly string[]): boolean {
  return groups.length > 0 && slot.some((group) => group === 'any' || groups.includes(group));
}

/**
 * The slots these people leave open when each takes at most one, as few as possible: nobody counts twice for being in
 * two groups.
 */
export function openSlots(slots: readonly ApprovalSlot[], people: readonly (readonly string[])[]): ApprovalSlot[] {
  const personOfSlot = new Map<number, number>();
  for (const person of people.keys()) place(person, { slots, people, personOfSlot, tried: new Set() });
  return slots.filter((_slot, index) => !personOfSlot.has(index));
}

interface Matching {
  slots: readonly ApprovalSlot[];
  people: readonly (readonly string[])[];
  personOfSlot: Map<number, number>;
  tried: Set<number>;
}

/** Augmenting path: a person already placed moves over when that makes room. */
function place(person: number, matching: Matching): boolean {
  const { slots, people, personOfSlot, tried } = matching;
  for (const [index, slot] of slots.entries()) {
    if (tried.has(index) || !fills(slot, people[person] ?? [])) continue;
    tried.add(index);
    const holder = personOfSlot.get(index);
    if (holder === undefined || place(holder, matching)) {
      personOfSlot.set(index, person);
      return true;
    }
  }
  return false;
}
