import { kpis, type KpiId } from '@ai-cos/catalog';
import type { RootCause } from '../../contract/index.ts';
import { reachFrom, type Reach } from './influence-graph.ts';
import type { RedKpi } from './red-kpis.ts';

const dayMs = 86_400_000;

/** How far the effect may be ahead of its cause before it cannot be an effect of it: a trailing window shows late. */
function onsetToleranceMs(cause: KpiId): number {
  return (2 + kpis[cause].windowDays) * dayMs;
}

export interface RootCauseOptions {
  /** 0–1 per KPI: how strongly the findings of the agents point at it. */
  readonly evidence: ReadonlyMap<KpiId, number>;
  readonly influence: boolean;
}

/**
 * Ranks the red KPIs by how well each explains the others. Points: 1 for itself, up to 0.7 for every other red KPI it
 * leads to in the right direction, 0.5 × how far it is past its threshold, 0.4 when the event names it, 1.5 × what the
 * findings say; −0.8 × the strongest explanation of itself by another red KPI. Support is the share of the best.
 */
export function rankRootCauses(red: readonly RedKpi[], options: RootCauseOptions): RootCause[] {
  const scored = red.map((kpi) => score(kpi, red, options));
  const best = Math.max(...scored.map((entry) => entry.points), 0.001);
  return scored
    .sort((a, b) => b.points - a.points || (a.kpi.id < b.kpi.id ? -1 : 1))
    .map(({ kpi, points, explains }) => ({
      kpiId: kpi.id,
      support: Math.max(0, Math.round((points / best) * 100) / 100),
      explains,
      reason: reasonOf(kpi, explains, options.evidence.get(kpi.id) ?? 0),
    }));
}

function score(kpi: RedKpi, red: readonly RedKpi[], { evidence, influence }: RootCauseOptions) {
  const others = influence ? red.filter((other) => other.id !== kpi.id) : [];
  const explains: KpiId[] = [];
  let points = 1 + 0.5 * kpi.distance + (kpi.named ? 0.4 : 0) + 1.5 * (evidence.get(kpi.id) ?? 0);
  let explained = 0;
  for (const other of others) {
    const forward = explanation(kpi, other);
    if (forward > 0) {
      explains.push(other.id);
      points += forward * Math.min(1, 0.5 + other.distance / 2);
    }
    explained = Math.max(explained, explanation(other, kpi));
  }
  return { kpi, points: points - 0.8 * explained, explains };
}

/** Strength 0–0.7 with which a red cause explains a red effect; 0 when sign or time speak against it. */
function explanation(cause: RedKpi, effect: RedKpi): number {
  if (cause.since !== null && effect.since !== null && effect.since < cause.since - onsetToleranceMs(cause.id))
    return 0;
  let strongest = 0;
  for (const reach of reachFrom(cause.id))
    if (fits(reach, cause, effect)) strongest = Math.max(strongest, reach.strength);
  return strongest;
}

function fits(reach: Reach, cause: RedKpi, effect: RedKpi): boolean {
  return reach.to === effect.id && cause.side * reach.sign === effect.side;
}

function reasonOf(kpi: RedKpi, explains: readonly KpiId[], evidence: number): string {
  const parts = [
    explains.length === 0
      ? 'explains no other KPI that is out of its band'
      : `explains ${explains.map((id) => kpis[id].label).join(', ')}`,
  ];
  if (kpi.distance >= 1) parts.push('is past its critical threshold');
  if (evidence > 0) parts.push(`findings in the data point at it (${evidence.toFixed(2)})`);
  return parts.join('; ');
}
