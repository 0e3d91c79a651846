import { actionTypes, influenceEdges, isActionTypeId, isKpiId, type KpiId } from '@ai-cos/catalog';

/** KPIs one enabled link away from what the action touches, or named by its type; the promised ones are judged apart. */
export function neighboursOf(type: string, promised: readonly KpiId[]): KpiId[] {
  const touched = new Set<string>([...promised, ...(isActionTypeId(type) ? actionTypes[type].kpis : [])]);
  for (const edge of influenceEdges) {
    if (edge.enabled && promised.some((id) => id === edge.from)) touched.add(edge.to);
  }
  return [...touched].filter(isKpiId).filter((id) => !promised.includes(id));
}

/** Neighbours that were in their band before the effect and have left it since. */
export function leftTheirBand(
  neighbours: readonly KpiId[],
  before: Readonly<Record<string, string>>,
  now: readonly { id: KpiId; status: string; significant: boolean }[]
): KpiId[] {
  return now
    .filter((kpi) => neighbours.includes(kpi.id) && before[kpi.id] === 'ok')
    .filter((kpi) => (kpi.status === 'warning' || kpi.status === 'critical') && kpi.significant)
    .map((kpi) => kpi.id);
}
