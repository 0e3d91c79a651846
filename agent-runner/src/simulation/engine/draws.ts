import { quantileOf, type Distribution } from '../draws/distribution.ts';
import { normalQuantile } from '../draws/normal.ts';
import { randomColumn, sobolColumn, type PointSet } from '../draws/sobol.ts';
import type { CoefficientColumns } from './node-state.ts';

export interface DrawPlan extends PointSet {
  /** `random` exists to measure what the Sobol points gain. */
  readonly sampler: 'sobol' | 'random';
  readonly coefficients: ReadonlyMap<string, Distribution>;
  /** Nodes whose forecast is uncertain, in a fixed order. */
  readonly nodes: readonly string[];
}

export interface Draws {
  /** Uniform numbers behind each coefficient and node, for the shares of variance. */
  readonly uniforms: ReadonlyMap<string, Float64Array>;
  readonly coefficients: CoefficientColumns;
  /** Standard normal forecast errors per node. */
  readonly forecastErrors: ReadonlyMap<string, Float64Array>;
}

/** All random numbers of a run: coefficients first (the best dimensions), then one forecast error per node. */
export function drawAll(plan: DrawPlan): Draws {
  const column = plan.sampler === 'sobol' ? sobolColumn : randomColumn;
  const uniforms = new Map<string, Float64Array>();
  const coefficients = new Map<string, Float64Array>();
  const forecastErrors = new Map<string, Float64Array>();
  let dimension = 0;
  for (const [id, distribution] of plan.coefficients) {
    if (distribution.kind === 'fixed') {
      coefficients.set(id, new Float64Array(plan.count).fill(distribution.value));
      continue;
    }
    const uniform = column(plan, dimension++);
    uniforms.set(id, uniform);
    coefficients.set(
      id,
      uniform.map((u) => quantileOf(distribution, u))
    );
  }
  for (const id of plan.nodes) {
    const uniform = column(plan, dimension++);
    uniforms.set(id, uniform);
    forecastErrors.set(id, uniform.map(normalQuantile));
  }
  return { uniforms, coefficients, forecastErrors };
}
