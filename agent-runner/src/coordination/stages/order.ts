import { byUrgencyThenPriority, prioritise } from '../priority.ts';
import type { Candidate, Draft, Priority, Step } from '../types.ts';

/** Puts the actions into the order in which they should be decided: urgency first, then priority, dependencies before dependents. */
export function order(draft: Draft): Draft {
  const priorities = draft.candidates.map((candidate) => prioritise(candidate, draft)).sort(byUrgencyThenPriority);
  return { ...draft, priorities, steps: stepsOf(draft.candidates, priorities) };
}

function stepsOf(candidates: readonly Candidate[], priorities: readonly Priority[]): Step[] {
  const byKey = new Map(candidates.map((candidate) => [candidate.key, candidate]));
  const dependencies = new Map(candidates.map((candidate) => [candidate.key, dependenciesOf(candidate, candidates)]));
  const placed: string[] = [];
  const visiting = new Set<string>();
  const place = (key: string): void => {
    // A cycle cannot wait for itself: the step that closes it loses that dependency.
    if (placed.includes(key) || visiting.has(key)) return;
    visiting.add(key);
    for (const before of dependencies.get(key) ?? []) place(before);
    placed.push(key);
  };
  for (const { key } of priorities) if (byKey.has(key)) place(key);
  return placed.map((key, index) => ({
    key,
    order: index + 1,
    dependsOn: (dependencies.get(key) ?? []).filter((before) => placed.indexOf(before) < index),
  }));
}

function dependenciesOf(candidate: Candidate, candidates: readonly Candidate[]): string[] {
  return candidates
    .filter((other) => other.key !== candidate.key && candidate.after.includes(other.actionType))
    .map((other) => other.key)
    .sort();
}
