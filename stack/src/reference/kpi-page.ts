import { kpiFamilies, kpiIds, kpis, type KpiRecord } from '@ai-cos/catalog';

import { page, table } from './markdown.ts';

/** All KPIs: an overview per domain, then one section each. */
export function kpiPage(): string {
  const records: readonly KpiRecord[] = kpiIds.map((id) => kpis[id]);
  const overview = kpiFamilies.map((family) => {
    const rows = records
      .filter((kpi) => kpi.family === family)
      .map((kpi) => [`[${kpi.label}](#${kpi.id})`, thresholds(kpi), kpi.unit, kpi.owner, kpi.squad, kpi.eventType]);
    return `### ${family}\n\n${table(['KPI', 'target · warning · critical', 'unit', 'agent', 'squad', 'event'], rows)}`;
  });
  const sections = records.map(section);
  return page(
    'KPIs',
    'catalog/src/kpis',
    `## By domain\n\n${overview.join('\n\n')}\n\n## One by one\n\n${sections.join('\n\n')}`
  );
}

function thresholds({ direction, target, warning, critical, band }: KpiRecord): string {
  if (direction === 'band' && band !== undefined) return `${band.lowOk}–${band.highOk} (band)`;
  return `${direction === 'up' ? '≥' : '≤'} ${target} · ${warning} · ${critical}`;
}

function section(kpi: KpiRecord): string {
  const facts = [
    `- **Metric** \`${kpi.metric}\` (native unit ${kpi.unit})`,
    `- **Definition** ${kpi.definition}`,
    `- **Thresholds** ${thresholds(kpi)}, weight ${kpi.weight}`,
    `- **Computed** ${kpi.refresh}; class ${kpi.class}, ${kpi.confirm} computations to worsen, at least ${kpi.minSample} observations`,
    `- **Undefined** ${kpi.undefinedWhen}`,
    `- **Sources** ${kpi.sources}`,
    `- **Agents** ${[kpi.owner, ...kpi.also].join(', ')}; squad ${kpi.squad}; event ${kpi.eventType}`,
    `- **Compare** ${kpi.benchmark}`,
  ];
  return `### ${kpi.id}\n\n**${kpi.label}**\n\n${facts.join('\n')}`;
}
