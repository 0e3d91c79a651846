import { isKpiId, kpis, type AgentId, type KpiId } from '@ai-cos/catalog';
import type { Prediction, ScenarioLever, Simulation, SimulationResult } from '../contract/index.ts';
import type { Proposal } from '../actions/propose.ts';

/** Who answers for a kind of lever. */
const AGENTS: Readonly<Record<ScenarioLever['scenarioType'], AgentId>> = {
  pricing: 'pricing-bot',
  campaign: 'ia-cmo',
  inventory: 'stock-forecaster',
  budget: 'ia-cfo',
};
const MAX_PREDICTIONS = 6;
/** From the 80 % interval of the simulation to the 90 % one of a prediction, as for a normal distribution. */
const WIDEN = 1.645 / 1.2816;
const RISK = 30;

/** One piece of work per moved lever, with what the simulation predicts for all of them together. */
export function proposalsOf(simulation: Simulation, result: SimulationResult): Proposal[] {
  const predictions = predictionsOf(simulation, result);
  return simulation.inputParams.map((lever, index) => ({
    agentId: AGENTS[lever.scenarioType],
    type: 'work.task',
    parameters: {
      title: `${simulation.scenarioName} (${lever.scenarioType})`.slice(0, 120),
      instructions: `Move this lever as simulated: ${JSON.stringify(lever.inputParams)}`,
      dueInDays: 3,
    },
    title: `Carry out "${simulation.scenarioName}"`,
    description: `Simulated before: ${describe(predictions)}.`,
    kpiIds: predictions.map(({ kpiId }) => kpiId),
    // The effect was simulated for all levers together, so only the first step carries it.
    expectedImprovement: index === 0 ? predictions : [],
    risk: RISK,
    confidence: result.confidence,
    priority: 'medium',
    urgency: 0,
    stepOrder: index,
  }));
}

function predictionsOf({ id }: Simulation, { impactAnalysis }: SimulationResult): Prediction[] {
  const found: (Prediction & { weight: number })[] = [];
  for (const [node, { p10, p50, p90, unit, changePercent }] of Object.entries(impactAnalysis)) {
    if (!isKpiId(node) || p50 === 0) continue;
    const low = p50 - (p50 - p10) * WIDEN;
    const high = p50 + (p90 - p50) * WIDEN;
    const basis = `simulation ${id}`;
    found.push({ kpiId: node, change: p50, low, high, unit, basis, weight: Math.abs(changePercent ?? 0) });
  }
  return found
    .sort((left, right) => right.weight - left.weight)
    .slice(0, MAX_PREDICTIONS)
    .map(({ weight: _weight, ...prediction }) => prediction);
}

function describe(predictions: readonly Prediction[]): string {
  const text = predictions.map(({ kpiId, change }) => {
    const id: KpiId = kpiId;
    return `${kpis[id].label} ${change > 0 ? '+' : ''}${change.toFixed(kpis[id].decimals)}`;
  });
  return text.length === 0 ? 'no effect on a KPI' : text.join(', ');
}
