import { isKpiId } from '@ai-cos/catalog/kpis';
import { links } from '../links.ts';

interface AlertContext {
  instance?: { labels?: Record<string, string> };
  labels?: Record<string, string>;
  rule?: { labels?: Record<string, string> };
}

/** The link of an alert to its plan; undefined (no link) for alerts that are not ours. */
export function alertLink(context: unknown): { path: string } | undefined {
  const { instance, labels, rule }: AlertContext = typeof context === 'object' && context !== null ? context : {};
  const kpi = instance?.labels?.['kpi'] ?? labels?.['kpi'] ?? rule?.labels?.['kpi'];
  return kpi !== undefined && isKpiId(kpi) ? { path: links.eventsOfKpi(kpi) } : undefined;
}
