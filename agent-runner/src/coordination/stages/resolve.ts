import { prioritise } from '../priority.ts';
import { attention, planBudget } from '../resolve/budgets.ts';
import { contradiction, duplicate } from '../resolve/collisions.ts';
import { authority, blastRadius, cooldown } from '../resolve/limits.ts';
import type { Rule } from '../resolve/rule.ts';
import type { Draft, Tools } from '../types.ts';

/** In this order: what may not be at all, what collides, what there is no room for. */
const rules: readonly Rule[] = [authority, blastRadius, cooldown, duplicate, contradiction, planBudget, attention];

/** Applies the rules one after the other; each records what it dropped and why. */
export function resolve(draft: Draft, { options }: Tools): Draft {
  const { input } = draft;
  const priorities = new Map(draft.candidates.map((one) => [one.key, prioritise(one, draft).priority]));
  const context = { input, limits: options.limits, priorityOf: ({ key }: { key: string }) => priorities.get(key) ?? 0 };
  let { candidates, resolutions } = draft;
  for (const rule of rules) {
    const result = rule(candidates, context);
    candidates = result.kept;
    resolutions = [...resolutions, ...result.resolutions];
  }
  return { ...draft, candidates, resolutions };
}
