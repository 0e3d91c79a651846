import type { Comparison, SimulationResult } from '../contract/simulations.ts';

type Effect = { readonly p10: number; readonly p50: number; readonly p90: number };

/** The simulation whose whole interval lies above (or below) all others; null where intervals overlap. */
function clearlyLargest(effects: readonly (Effect | null)[]): number | null {
  const ranked = effects
    .map((effect, index) => ({ effect, index }))
    .filter((entry): entry is { effect: Effect; index: number } => entry.effect !== null)
    .sort((a, b) => b.effect.p50 - a.effect.p50);
  const [first, second] = ranked;
  return first && second && first.effect.p10 > second.effect.p90 ? first.index : null;
}

/** Results side by side, KPI by KPI; `raiseIsGood` says which KPIs should go up. */
export function compareResults(
  results: readonly SimulationResult[],
  raiseIsGood: (kpiId: string) => boolean
): Comparison {
  const ids = [
    ...new Set(
      results.flatMap(({ kpis }) => kpis.filter(({ meanEffect }) => meanEffect.mean !== 0).map(({ id }) => id))
    ),
  ];
  const rows = ids.map((kpiId) => {
    const found = results.map(({ kpis }) => kpis.find(({ id }) => id === kpiId));
    const effects = found.map((kpi) =>
      kpi ? { p10: kpi.meanEffect.p10, p50: kpi.meanEffect.p50, p90: kpi.meanEffect.p90 } : null
    );
    const oriented = raiseIsGood(kpiId)
      ? effects
      : effects.map((effect) => (effect ? { p10: -effect.p90, p50: -effect.p50, p90: -effect.p10 } : null));
    const known = found.find((kpi) => kpi !== undefined);
    return {
      kpiId,
      label: known?.label ?? kpiId,
      unit: known?.unit ?? '',
      effects,
      clearlyBest: clearlyLargest(oriented),
    };
  });
  return { rows };
}
