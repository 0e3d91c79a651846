import { kpis } from '@ai-cos/catalog';
import type { Draft } from './types.ts';

/** One or two sentences that say what the plan is about, for a person who has not opened it yet. */
export function summaryOf(draft: Draft): string {
  const root = draft.rootCauses[0];
  const speaking = draft.relevance.filter((score) => score.speaks).length;
  const first = draft.candidates.find((candidate) => candidate.key === draft.steps[0]?.key);
  const cause =
    root === undefined
      ? 'No KPI is out of its band.'
      : `${kpis[root.kpiId].label} is the suspected root${root.explains.length === 0 ? '' : ` of ${root.explains.map((id) => kpis[id].label).join(', ')}`}.`;
  const actions =
    first === undefined
      ? 'No action is proposed.'
      : `${String(draft.candidates.length)} actions, first: ${first.title}.`;
  return `${cause} ${String(speaking)} of ${String(draft.relevance.length)} agents looked into it. ${actions}`;
}
