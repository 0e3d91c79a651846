import type { Resolution } from '../../contract/index.ts';
import type { Candidate } from '../types.ts';
import { nameOf, type Rule } from './rule.ts';

/** The same kind of action on the same target is proposed once; the others' KPIs and confidence back it. */
export const duplicate: Rule = (candidates, { priorityOf }) =>
  collide(candidates, {
    rule: 'duplicate',
    group: ({ actionType, target }) => `${actionType} ${target}`,
    isCollision: () => true,
    priorityOf,
    reason: (kept) => `the same action on ${kept.target}; the stronger proposal stays`,
  });

/** More and less of the same thing cannot both be right: the higher priority stays. */
export const contradiction: Rule = (candidates, { priorityOf }) =>
  collide(candidates, {
    rule: 'contradiction',
    group: ({ target }) => target,
    isCollision: (kept, other) =>
      kept.direction !== other.direction && kept.direction !== 'set' && other.direction !== 'set',
    priorityOf,
    reason: (kept) => `it moves ${kept.target} the other way; "${kept.title}" has the higher priority`,
  });

interface Collision {
  readonly rule: Resolution['rule'];
  readonly group: (candidate: Candidate) => string;
  readonly isCollision: (kept: Candidate, other: Candidate) => boolean;
  readonly priorityOf: (candidate: Candidate) => number;
  readonly reason: (kept: Candidate) => string;
}

function collide(candidates: readonly Candidate[], by: Collision) {
  const ranked = [...candidates].sort((a, b) => by.priorityOf(b) - by.priorityOf(a) || (a.key < b.key ? -1 : 1));
  const winners = new Map<string, Candidate[]>();
  const resolutions: Resolution[] = [];
  const dropped = new Set<string>();
  for (const candidate of ranked) {
    const group = by.group(candidate);
    const before = winners.get(group) ?? [];
    const winner = before.find((kept) => by.isCollision(kept, candidate));
    if (winner === undefined) winners.set(group, [...before, candidate]);
    else {
      dropped.add(candidate.key);
      resolutions.push({
        rule: by.rule,
        kept: nameOf(winner),
        dropped: [nameOf(candidate)],
        reason: by.reason(winner),
      });
    }
  }
  return { kept: candidates.filter((candidate) => !dropped.has(candidate.key)), resolutions };
}
