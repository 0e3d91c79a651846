import { z } from 'zod';
import { Id, Instant } from './common.ts';

export const scenarioTypes = ['budget', 'pricing', 'inventory', 'campaign'] as const;
export type ScenarioType = (typeof scenarioTypes)[number];

const Timing = {
  /** First day of the horizon on which the lever is moved; 0 = the next business day. */
  fromDay: z.number().int().min(0).max(179).default(0),
  /** How long it stays moved; without it, to the end of the horizon. */
  days: z.number().int().min(1).max(180).optional(),
};

const ProductIds = z.array(z.number().int().positive()).max(5000).default([]);

/** Prices of some products, of a category or of all (no `productIds`, no `category`) move by a percentage. */
export const PricingParameters = z.strictObject({
  ...Timing,
  productIds: ProductIds,
  category: z.string().min(1).optional(),
  changePercent: z.number().min(-90).max(200),
});
export type PricingParameters = z.infer<typeof PricingParameters>;

/** Daily budgets of some campaigns, or of all, move by a percentage; −100 pauses them. */
export const CampaignParameters = z.strictObject({
  ...Timing,
  campaignIds: z.array(z.number().int().positive()).max(500).default([]),
  changePercent: z.number().min(-100).max(400),
});
export type CampaignParameters = z.infer<typeof CampaignParameters>;

/** Reorder points of some products, or of all, move by a percentage. */
export const InventoryParameters = z.strictObject({
  ...Timing,
  productIds: ProductIds,
  reorderPointPercent: z.number().min(-100).max(400),
});
export type InventoryParameters = z.infer<typeof InventoryParameters>;

/** Money for operations (per month, reporting currency), advertising (percent of all budgets) and hands in support. */
export const BudgetParameters = z.strictObject({
  ...Timing,
  operatingBudgetPerMonth: z.number().min(-10_000_000).max(10_000_000).default(0),
  adSpendPercent: z.number().min(-100).max(400).default(0),
  extraSupportAgents: z.number().min(-100).max(100).default(0),
});
export type BudgetParameters = z.infer<typeof BudgetParameters>;

/** One moved lever: the scenario type and its parameters. */
export const ScenarioLever = z.discriminatedUnion('scenarioType', [
  z.strictObject({ scenarioType: z.literal('pricing'), inputParams: PricingParameters }),
  z.strictObject({ scenarioType: z.literal('campaign'), inputParams: CampaignParameters }),
  z.strictObject({ scenarioType: z.literal('inventory'), inputParams: InventoryParameters }),
  z.strictObject({ scenarioType: z.literal('budget'), inputParams: BudgetParameters }),
]);
export type ScenarioLever = z.infer<typeof ScenarioLever>;

const RunSettings = {
  horizonDays: z.number().int().min(1).max(180).default(60),
  draws: z.number().int().min(64).max(16_384).default(2048),
  /** Given with the catalogue version of an older result it repeats that result bit for bit. */
  seed: z.number().int().min(0).max(2_147_483_647).optional(),
  /** Judgement-grade links (no published estimate) count only when asked for. */
  judgementLinks: z.enum(['off', 'on']).default('off'),
};

/** `POST /simulations`: one lever, or several of a plan moved together. */
export const SimulationRequest = z.strictObject({
  scenarioName: z.string().min(1).max(200),
  levers: z.array(ScenarioLever).min(1).max(20),
  notes: z.string().max(2000).optional(),
  ...RunSettings,
});
export type SimulationRequest = z.infer<typeof SimulationRequest>;

const Quantiles = z.strictObject({ p10: z.number(), p50: z.number(), p90: z.number() });
const Band = z.strictObject({ p10: z.array(z.number()), p50: z.array(z.number()), p90: z.array(z.number()) });

/** Daily flow of one KPI or node of the influence graph, native units, one entry per day of the horizon. */
export const SimulatedKpi = z.strictObject({
  id: z.string(),
  label: z.string(),
  unit: z.string(),
  /** True for the nodes the scenario is about. */
  focus: z.boolean(),
  baseline: Band,
  scenario: Band,
  /** Scenario minus baseline of the same draw. */
  effect: Band,
  /** Mean effect over the window of the result. */
  meanEffect: Quantiles.extend({ mean: z.number() }),
  /** Monte-Carlo standard error of the mean effect. */
  standardError: z.number(),
  /** Which assumption drives the answer: shares of the variance of the mean effect, largest first. */
  causes: z.array(z.strictObject({ cause: z.string(), share: z.number() })),
});
export type SimulatedKpi = z.infer<typeof SimulatedKpi>;

/** A coefficient with its published prior, the estimate from the company's own history, and what was used. */
export const SimulationCoefficient = z.strictObject({
  id: z.string(),
  label: z.string(),
  prior: z.strictObject({ value: z.number(), low: z.number(), high: z.number() }),
  estimate: z.strictObject({ value: z.number(), standardError: z.number(), observations: z.number() }).nullable(),
  used: z.strictObject({ value: z.number(), deviation: z.number() }),
});
export type SimulationCoefficient = z.infer<typeof SimulationCoefficient>;

export const SimulationFlag = z.strictObject({
  code: z.enum([
    'extrapolation',
    'no_history',
    'prior_only',
    'unreliable_baseline',
    'without_effect',
    'judgement_links',
  ]),
  field: z.string(),
  detail: z.string(),
});
export type SimulationFlag = z.infer<typeof SimulationFlag>;

/** How the last verified predictions of this kind of lever did. */
export const HitRate = z.strictObject({ count: z.number().int(), inBand: z.number().int(), sentence: z.string() });
export type HitRate = z.infer<typeof HitRate>;

export const SimulationResult = z.strictObject({
  seed: z.number().int(),
  catalogVersion: z.string(),
  method: z.literal('scrambled_sobol'),
  draws: z.number().int(),
  horizonDays: z.number().int(),
  /** Days of the horizon over which mean effects are taken, `to` excluded. */
  window: z.strictObject({ fromDay: z.number().int(), toDay: z.number().int() }),
  kpis: z.array(SimulatedKpi),
  coefficients: z.array(SimulationCoefficient),
  flags: z.array(SimulationFlag),
  /** Founding fields: value of each KPI under the scenario, and its change. */
  predictedKpis: z.record(z.string(), Quantiles.extend({ unit: z.string() })),
  impactAnalysis: z.record(z.string(), Quantiles.extend({ unit: z.string(), changePercent: z.number().nullable() })),
  /** 0–100: how much of the answer rests on the company's own history. */
  confidence: z.number(),
  hitRate: HitRate.nullable(),
});
export type SimulationResult = z.infer<typeof SimulationResult>;

export const simulationStates = ['queued', 'running', 'completed', 'failed', 'cancelled'] as const;

/** `GET /simulations/:id`; `result` is null until the run is completed. */
export const Simulation = z.strictObject({
  id: Id,
  createdAt: Instant,
  createdAsOf: Instant.nullable(),
  scenarioName: z.string(),
  scenarioType: z.enum([...scenarioTypes, 'plan']),
  inputParams: z.array(ScenarioLever),
  state: z.enum(simulationStates),
  progress: z.number(),
  executedBy: z.string(),
  notes: z.string().nullable(),
  confidence: z.number(),
  failure: z.string().nullable(),
  result: SimulationResult.nullable(),
});
export type Simulation = z.infer<typeof Simulation>;

/** `POST /simulations/compare`: results over the same horizon, side by side. */
export const CompareRequest = z.strictObject({ simulationIds: z.array(Id).min(2).max(8) });
export type CompareRequest = z.infer<typeof CompareRequest>;

export const Comparison = z.strictObject({
  rows: z.array(
    z.strictObject({
      kpiId: z.string(),
      label: z.string(),
      unit: z.string(),
      effects: z.array(Quantiles.nullable()),
      /** Position of the best simulation for this KPI, null where the intervals overlap. */
      clearlyBest: z.number().int().nullable(),
    })
  ),
});
export type Comparison = z.infer<typeof Comparison>;

/** A limit on the mean effect on one KPI in native units, checked on the cautious end of its interval. */
const Limit = z.strictObject({ kpiId: z.string(), min: z.number().optional(), max: z.number().optional() });

/** `POST /simulations/optimise`: the best moves of some levers for a goal within limits. */
export const OptimiseRequest = z.strictObject({
  goal: z.strictObject({ kpiId: z.string(), direction: z.enum(['raise', 'lower']), atLeast: z.number().optional() }),
  limits: z.array(Limit).max(10).default([]),
  levers: z
    .array(
      z.strictObject({
        lever: ScenarioLever,
        /** Field of `inputParams` that is searched, and between which values. */
        field: z.enum([
          'changePercent',
          'reorderPointPercent',
          'operatingBudgetPerMonth',
          'adSpendPercent',
          'extraSupportAgents',
        ]),
        low: z.number(),
        high: z.number(),
      })
    )
    .min(1)
    .max(4),
  ...RunSettings,
});
export type OptimiseRequest = z.infer<typeof OptimiseRequest>;

export const OptimiseOption = z.strictObject({
  levers: z.array(ScenarioLever),
  goal: Quantiles,
  /** Size of the intervention: share of the searched range that is used, mean over the levers. */
  effort: z.number(),
  effects: z.record(z.string(), Quantiles.extend({ unit: z.string() })),
  withinLimits: z.boolean(),
});
export type OptimiseOption = z.infer<typeof OptimiseOption>;

export const OptimiseResult = z.strictObject({
  /** Non-dominated options: no other one gains more on the goal with less effort and risk. Empty = nothing met the limits. */
  options: z.array(OptimiseOption),
  evaluated: z.number().int(),
  reason: z.string().nullable(),
});
export type OptimiseResult = z.infer<typeof OptimiseResult>;
