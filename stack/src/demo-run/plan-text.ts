import type { ActionSummary, Plan } from '@ai-cos/agent-runner/contract';

/** A plan as a person reads it: cause, then the steps in their order with what they cost and promise. */
export function planText(plan: Plan): string {
  const causes = plan.rootCauses.map(({ kpiId, reason }) => `  cause: ${kpiId} – ${reason}`);
  const byId = new Map(plan.actions.map((action) => [action.id, action]));
  const steps = plan.steps
    .toSorted((a, b) => a.order - b.order)
    .flatMap(({ actionId, order }) => {
      const action = byId.get(actionId);
      return action === undefined ? [] : stepLines(order, action);
    });
  return [`Plan: ${plan.summary}`, ...causes, ...steps].join('\n');
}

function stepLines(order: number, action: ActionSummary): string[] {
  const cost = action.cost === null ? '' : `, costs ${action.cost.amount} ${action.cost.currency}`;
  const promises = action.expectedImprovement.map(
    ({ kpiId, change, low, high, unit }) =>
      `       ${kpiId} ${signed(change)} ${unit} (${signed(low)} to ${signed(high)})`
  );
  return [
    `  ${order}. ${action.title} [${action.agentId}, risk ${action.risk} ${action.riskTier}, confidence ${action.confidence}${cost}]`,
    ...promises,
  ];
}

function signed(value: number): string {
  return `${value > 0 ? '+' : ''}${Number(value.toPrecision(3))}`;
}
