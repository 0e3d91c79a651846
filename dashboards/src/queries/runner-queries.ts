/** Events somebody still has to care about. */
export const openEvents = 'sum(aicos_runner_events{status!="closed"}) or vector(0)';

export const pendingActions = 'sum(aicos_runner_actions{state="pending_approval"}) or vector(0)';

/** States of an action, in the order of its life; each list holds who got at least that far. */
const judged = ['verified', 'ineffective', 'harmful', 'unverifiable', 'rolling_back', 'rolled_back'];
const executed = ['succeeded', ...judged];
const approved = ['approved', 'executing', 'failed', 'unknown', ...executed];
const decided = [...approved, 'rejected', 'changes_requested'];

function actionsIn(states: readonly string[]): string {
  return `aicos_runner_actions{state=~"${states.join('|')}"}`;
}

export const actionSets = {
  all: 'aicos_runner_actions',
  decided: actionsIn(decided),
  approved: actionsIn(approved),
  executed: actionsIn(executed),
  judged: actionsIn(judged.filter((state) => state !== 'unverifiable')),
  verified: actionsIn(['verified']),
} as const;
