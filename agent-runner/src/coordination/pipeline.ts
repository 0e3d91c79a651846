import { analyse } from './stages/analyse.ts';
import { board } from './stages/board.ts';
import { correlate } from './stages/correlate.ts';
import { diagnose } from './stages/diagnose.ts';
import { order } from './stages/order.ts';
import { propose } from './stages/propose.ts';
import { relevance } from './stages/relevance.ts';
import { resolve } from './stages/resolve.ts';
import { emptyDraft, type CoordinationInput, type Draft, type Stage, type Tools } from './types.ts';

/** From an event to its plan. Storing it (`stages/persist.ts`) comes after, in one transaction. */
export const stages: readonly { readonly name: string; readonly run: Stage }[] = [
  { name: 'correlate', run: correlate },
  { name: 'relevance', run: relevance },
  { name: 'analyse', run: analyse },
  { name: 'diagnose', run: diagnose },
  { name: 'propose', run: propose },
  { name: 'resolve', run: resolve },
  { name: 'order', run: order },
  { name: 'board', run: board },
];

export async function makePlan(input: CoordinationInput, tools: Tools): Promise<Draft> {
  let draft = emptyDraft(input);
  for (const stage of stages) draft = await stage.run(draft, tools);
  return draft;
}
