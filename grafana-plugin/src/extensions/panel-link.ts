import { isKpiId, kpiIds, kpis, type KpiId } from '@ai-cos/catalog/kpis';
import { links } from '../links.ts';

interface PanelContext {
  targets?: ReadonlyArray<{ expr?: unknown }>;
}

function expressionsOf(context: unknown): string[] {
  const { targets = [] }: PanelContext = typeof context === 'object' && context !== null ? context : {};
  return targets.map(({ expr }) => expr).filter((expr): expr is string => typeof expr === 'string');
}

function kpiIn(expression: string): KpiId | undefined {
  const labelled = /kpi="([a-z0-9_]+)"/.exec(expression)?.[1];
  if (labelled !== undefined && isKpiId(labelled)) {
    return labelled;
  }
  const metrics = new Set(expression.match(/aicos_[a-z0-9_]+/g) ?? []);
  return kpiIds.find((id) => metrics.has(kpis[id].metric));
}

/** The link of a panel that shows one of our KPIs to a simulation about it. */
export function panelLink(context: unknown): { path: string } | undefined {
  for (const expression of expressionsOf(context)) {
    const kpi = kpiIn(expression);
    if (kpi !== undefined) {
      return { path: links.simulateKpi(kpi) };
    }
  }
  return undefined;
}
