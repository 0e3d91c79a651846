import { influenceEdges, isKpiId, type InfluenceEdge, type KpiId } from '@ai-cos/catalog';

/** A way from a cause to an effect: +1 both move alike, −1 opposite; lags add up, every KPI on the way weakens it. */
export interface Reach {
  readonly to: KpiId;
  readonly sign: 1 | -1;
  readonly lagDays: number;
  readonly strength: number;
  readonly hops: number;
}

const enabled: readonly InfluenceEdge[] = influenceEdges.filter((edge) => edge.enabled);
/** What is left of an effect after one more KPI in between. */
const decay = 0.7;
const mostHops = 4;

const outgoing = new Map<string, InfluenceEdge[]>();
for (const edge of enabled) outgoing.set(edge.from, [...(outgoing.get(edge.from) ?? []), edge]);

const reachable = new Map<string, readonly Reach[]>();

/** Every KPI an enabled path of links leads to from a node, by the strongest path. */
export function reachFrom(node: string): readonly Reach[] {
  const known = reachable.get(node);
  if (known !== undefined) return known;
  const best = new Map<string, Reach>();
  walk(node, { sign: 1, lagDays: 0, strength: 1, hops: 0 }, best);
  const reaches = [...best.values()];
  reachable.set(node, reaches);
  return reaches;
}

function walk(from: string, so: Omit<Reach, 'to'>, best: Map<string, Reach>): void {
  if (so.hops >= mostHops) return;
  for (const edge of outgoing.get(from) ?? []) {
    const sign = edge.sign === '+' ? so.sign : so.sign === 1 ? -1 : 1;
    const lagDays = so.lagDays + edge.lagDays;
    const next = { sign, lagDays, strength: so.strength * (isKpiId(edge.to) ? decay : 1), hops: so.hops + 1 } as const;
    if (isKpiId(edge.to)) {
      const key = `${edge.to}${String(sign)}`;
      const known = best.get(key);
      if (known === undefined || known.strength < next.strength) best.set(key, { to: edge.to, ...next });
    }
    walk(edge.to, next, best);
  }
}

/**
 * Links between two KPIs in either direction, 0 for the same, infinite when no enabled path joins them, or none whose
 * effect shows within `withinDays`.
 */
export function distance(a: KpiId, b: KpiId, withinDays = Number.POSITIVE_INFINITY): number {
  if (a === b) return 0;
  const paths = [...reachFrom(a).filter(({ to }) => to === b), ...reachFrom(b).filter(({ to }) => to === a)];
  const hops = paths.filter(({ lagDays }) => lagDays <= withinDays).map((path) => path.hops);
  return Math.min(Number.POSITIVE_INFINITY, ...hops);
}
