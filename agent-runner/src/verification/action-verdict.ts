import { kpis } from '@ai-cos/catalog';
import type { NewOutcome } from './repository.ts';
import type { VerifiableAction } from './types.ts';
import type { Verdict } from './verdict.ts';

export interface ActionVerdict {
  readonly verdict: Verdict;
  readonly reason: string;
}

/**
 * An action is judged by its own postcheck and by the plan verdicts of the KPIs it promised to move. One harmful KPI
 * makes it harmful; otherwise its first promise decides. A KPI that matures too slowly for a window leaves the verdict
 * to the postcheck alone.
 */
export function verdictOfAction(
  action: VerifiableAction,
  planOutcomes: ReadonlyMap<string, NewOutcome>,
  postcheck: boolean | null
): ActionVerdict {
  const outcomes = action.predictions.flatMap(({ kpiId }) => planOutcomes.get(kpiId) ?? []);
  const harmful = outcomes.find(({ verdict }) => verdict === 'harmful');
  if (harmful !== undefined) return { verdict: 'harmful', reason: `${harmful.kpiId ?? ''}: ${harmful.reason}` };
  if (postcheck === false)
    return { verdict: 'ineffective', reason: 'its own postcheck fails: the mechanism did not move' };
  const [primary] = action.predictions;
  const outcome = primary === undefined ? undefined : planOutcomes.get(primary.kpiId);
  if (primary === undefined || outcome === undefined || kpis[primary.kpiId].verify === 'postcheck')
    return byPostcheck(postcheck);
  if (outcome.verdict === 'verified' && postcheck === null) {
    return { verdict: 'unverifiable', reason: 'the KPI improved, but the postcheck could not be read' };
  }
  return { verdict: outcome.verdict as Verdict, reason: `${primary.kpiId}: ${outcome.reason}` };
}

function byPostcheck(postcheck: boolean | null): ActionVerdict {
  return postcheck === true
    ? { verdict: 'verified', reason: 'judged by its postcheck alone, which holds' }
    : { verdict: 'unverifiable', reason: 'judged by its postcheck alone, which could not be read' };
}
