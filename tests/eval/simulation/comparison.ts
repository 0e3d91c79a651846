import type { SimulationResult, ScenarioType } from '@ai-cos/agent-runner/contract';
import { SimulationRequest } from '@ai-cos/agent-runner/contract';
import type { Baseline } from '@ai-cos/agent-runner/simulation/baseline/baseline-states.ts';
import type { CompanyHistory } from '@ai-cos/agent-runner/simulation/history/company-history.ts';
import { effectWindow, simulate } from '@ai-cos/agent-runner/simulation/simulate.ts';
import type { DayFigures } from '@ai-cos/demo';
import type { LeverSetting } from './lever-settings.ts';
import { windowFigures } from './realised-effect.ts';

/** Prediction and truth for one node of one setting, native units. */
export interface ComparedEffect {
  readonly setting: number;
  readonly scenarioType: ScenarioType;
  readonly node: string;
  readonly level: number;
  readonly predicted: number;
  readonly low: number;
  readonly high: number;
  readonly realised: number;
}

/** Nodes that are compared, per scenario type: what the scenario is about. */
export const comparedNodes: Readonly<Record<ScenarioType, readonly string[]>> = {
  pricing: ['units_sold', 'conversion_rate', 'average_order_value', 'gross_margin', 'revenue'],
  campaign: ['sessions', 'revenue', 'conversion_rate', 'cac', 'roi_campaigns'],
  inventory: ['stock_rupture', 'stock_level', 'warehouse_capacity', 'inventory_turnover'],
  budget: ['burn_rate', 'sessions', 'cac', 'roi_campaigns', 'response_time'],
};

export interface AskInput {
  readonly setting: LeverSetting;
  readonly history: CompanyHistory;
  readonly baseline: Baseline;
  readonly seed: number;
}

/** The engine's answer; it sees the history and the question, nothing else. */
export function ask({ setting, history, baseline, seed }: AskInput): SimulationResult {
  const { lever, horizonDays } = setting;
  const request = SimulationRequest.parse({
    scenarioName: 'evaluation',
    levers: [lever],
    horizonDays,
    seed,
    draws: 1024,
  });
  return simulate({ request, history, baseline });
}

export interface CompareInput {
  readonly index: number;
  readonly setting: LeverSetting;
  readonly result: SimulationResult;
  readonly without: readonly DayFigures[];
  readonly withLever: readonly DayFigures[];
}

/** Sets every predicted mean effect beside the difference of the two lives of the twin. */
export function compare({ index, setting, result, without, withLever }: CompareInput): ComparedEffect[] {
  const { lever, horizonDays, scenarioType } = setting;
  const window = effectWindow(SimulationRequest.parse({ scenarioName: 'evaluation', levers: [lever], horizonDays }));
  const compared: ComparedEffect[] = [];
  for (const node of comparedNodes[scenarioType]) {
    const figure = windowFigures[node]!;
    const predicted = result.kpis.find(({ id }) => id === node)?.meanEffect;
    const level = figure(without.slice(window.from, window.to));
    const realised = figure(withLever.slice(window.from, window.to)) - level;
    // What a scenario part does not touch is predicted to stay; that is an answer too, but no effect to score.
    if (!predicted || (predicted.p10 === 0 && predicted.p90 === 0)) continue;
    compared.push({
      setting: index,
      scenarioType,
      node,
      level,
      predicted: predicted.p50,
      low: predicted.p10,
      high: predicted.p90,
      realised,
    });
  }
  return compared;
}
