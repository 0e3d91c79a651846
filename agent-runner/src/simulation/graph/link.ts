import type { InfluenceEdge } from '@ai-cos/catalog';
import type { Distribution } from '../draws/distribution.ts';

/** A link as the engine uses it: its coefficient as a distribution, from the catalog or re-estimated from history. */
export interface Link {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly form: InfluenceEdge['form'];
  readonly lagDays: number;
  readonly stepNative: number;
  /** Undefined for identities, which have no parameter. */
  readonly coefficient: Distribution | undefined;
  readonly grade: InfluenceEdge['grade'];
  /** 0.5 on links that a company added and that close a loop, else 1. */
  readonly damping: number;
}

function priorOf(edge: InfluenceEdge): Distribution | undefined {
  if (edge.default === null) return undefined;
  if (edge.low === null || edge.high === null || edge.low === edge.high) return { kind: 'fixed', value: edge.default };
  return { kind: 'triangular', low: edge.low, mode: edge.default, high: edge.high };
}

export function linkOf(edge: InfluenceEdge): Link {
  return {
    id: edge.id,
    from: edge.from,
    to: edge.to,
    form: edge.form,
    lagDays: edge.lagDays,
    stepNative: edge.stepNative ?? 1,
    coefficient: priorOf(edge),
    grade: edge.grade,
    damping: 1,
  };
}

/** Forms that are mechanisms of a scenario model and have no effect of their own in the plain graph. */
const modelled = new Set<InfluenceEdge['form']>(['inventory', 'logit']);

/** The links of a run: enabled ones, judgement-grade ones only when asked for, at most one of every pair of alternatives. */
export function activeLinks(edges: readonly InfluenceEdge[], judgement: 'off' | 'on'): Link[] {
  const chosen = edges.filter(
    (edge) => !modelled.has(edge.form) && (edge.enabled || (judgement === 'on' && edge.grade === 'J'))
  );
  const ids = new Set(chosen.map(({ id }) => id));
  const replaced = (edge: InfluenceEdge): boolean =>
    !edge.enabled && [edge.alternativeTo ?? []].flat().some((other) => ids.has(other));
  return chosen.filter((edge) => !replaced(edge)).map(linkOf);
}
