import type { SimulatedKpi, Simulation, SimulationResult } from '@ai-cos/agent-runner/contract';
import { businessNow, idOf, wallNow } from './ids.ts';

const horizonDays = 30;

function band(start: number, drift: number, spread: number) {
  const days = Array.from({ length: horizonDays }, (_unused, day) => day);
  const middle = days.map((day) => start + drift * Math.min(1, day / 6) + Math.sin(day / 3.5) * start * 0.01);
  return {
    p10: middle.map((value, day) => value - spread * (0.4 + day / horizonDays)),
    p50: middle,
    p90: middle.map((value, day) => value + spread * (0.4 + day / horizonDays)),
  };
}

export function makeSimulatedKpi(part: Partial<SimulatedKpi> = {}): SimulatedKpi {
  return {
    id: 'gross_margin',
    label: 'Gross margin',
    unit: 'percent',
    focus: true,
    baseline: band(44, 0, 0.8),
    scenario: band(44, 2.3, 1),
    effect: band(0.1, 2.3, 0.5),
    meanEffect: { p10: 1.7, p50: 2.3, p90: 2.9, mean: 2.3 },
    standardError: 0.01,
    causes: [
      { cause: 'price elasticity of demand', share: 0.71 },
      { cause: 'forecast of units sold', share: 0.22 },
    ],
    ...part,
  };
}

export function makeSimulationResult(part: Partial<SimulationResult> = {}): SimulationResult {
  return {
    seed: 42,
    catalogVersion: '1',
    method: 'scrambled_sobol',
    draws: 2048,
    horizonDays,
    window: { fromDay: 0, toDay: horizonDays },
    kpis: [
      makeSimulatedKpi(),
      makeSimulatedKpi({
        id: 'conversion_rate',
        label: 'Conversion rate',
        focus: false,
        baseline: band(2.5, 0, 0.1),
        scenario: band(2.5, -0.12, 0.16),
        meanEffect: { p10: -0.31, p50: -0.12, p90: 0.03, mean: -0.13 },
      }),
    ],
    coefficients: [
      {
        id: 'e01',
        label: 'Price elasticity of units sold',
        prior: { value: -1.8, low: -3.5, high: -0.8 },
        estimate: { value: -1.42, standardError: 0.3, observations: 118 },
        used: { value: -1.51, deviation: 0.27 },
      },
    ],
    flags: [
      { code: 'extrapolation', field: 'changePercent', detail: 'Prices never moved by more than 3 % at once so far.' },
    ],
    predictedKpis: {},
    impactAnalysis: {},
    confidence: 64,
    hitRate: { count: 5, inBand: 4, sentence: '4 of the last 5 price moves ended in the predicted band.' },
    ...part,
  };
}

export function makeSimulation(number: number, part: Partial<Simulation> = {}): Simulation {
  return {
    id: idOf('simulation', number),
    createdAt: wallNow,
    createdAsOf: businessNow,
    scenarioName: 'Prices up 5 %',
    scenarioType: 'pricing',
    inputParams: [{ scenarioType: 'pricing', inputParams: { fromDay: 0, productIds: [], changePercent: 5 } }],
    state: 'completed',
    progress: 1,
    executedBy: 'Ada Approver',
    notes: null,
    confidence: 64,
    failure: null,
    result: makeSimulationResult(),
    ...part,
  };
}
