import { influenceEdges, influenceNodes, isKpiId, type InfluenceEdge, type KpiId } from '@ai-cos/catalog';

const enabled: readonly InfluenceEdge[] = influenceEdges.filter((edge) => edge.enabled);

function nodeName(id: string): string {
  if (isKpiId(id)) return `\`${id}\``;
  const node = influenceNodes.find((candidate) => candidate.id === id);
  return node ? node.label.toLowerCase() : id;
}

function lagText(edge: InfluenceEdge): string {
  return edge.lagDays === 0 ? 'at once' : `after ${edge.lagDays} d`;
}

function moveText(edge: InfluenceEdge, other: string): string {
  return `${nodeName(other)} (${edge.sign === '+' ? 'same' : 'opposite'} direction, ${lagText(edge)})`;
}

/** What this KPI moves, as the enabled links of the influence graph say. */
export function movesText(kpi: KpiId): string {
  const links = enabled.filter((edge) => edge.from === kpi).map((edge) => moveText(edge, edge.to));
  return links.length === 0 ? 'no other KPI through an enabled link' : links.join(', ');
}

/** What moves this KPI. */
export function movedByText(kpi: KpiId): string {
  const links = enabled.filter((edge) => edge.to === kpi).map((edge) => moveText(edge, edge.from));
  return links.length === 0 ? 'nothing else in the graph' : links.join(', ');
}
