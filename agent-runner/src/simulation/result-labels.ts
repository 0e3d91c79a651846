import { influenceNodes, isKpiId, kpis } from '@ai-cos/catalog';

/** Name and unit of a KPI or node for people. */
export function labelOf(node: string): { readonly label: string; readonly unit: string } {
  if (isKpiId(node)) return { label: kpis[node].label, unit: kpis[node].unit };
  if (node === 'cash') return { label: 'Cash', unit: 'amount' };
  const found = influenceNodes.find(({ id }) => id === node);
  return { label: found?.label ?? node, unit: found?.unit ?? '' };
}
