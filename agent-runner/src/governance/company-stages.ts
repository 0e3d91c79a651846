import { kpis, type Company, type KpiId, type KpiStage } from '@ai-cos/catalog';

const ORDER: readonly KpiStage[] = ['observe', 'alert', 'plan', 'act'];

/** How far the company lets the system go with a KPI. */
export function stageOf(company: Company, kpiId: KpiId): KpiStage {
  return company.stages[kpiId] ?? company.defaultStage;
}

export function reaches(company: Company, kpiId: KpiId, stage: KpiStage): boolean {
  return ORDER.indexOf(stageOf(company, kpiId)) >= ORDER.indexOf(stage);
}

/** Why an action on these KPIs may be planned but not carried out, or null when one of them is in stage `act`. */
export function whyOnlySimulated(company: Company, kpiIds: readonly KpiId[]): string | null {
  const first = kpiIds[0];
  if (first === undefined || kpiIds.some((id) => reaches(company, id, 'act'))) return null;
  return `${kpis[first].label} is in stage ${stageOf(company, first)}: plans are shown, nothing is carried out`;
}
