import { kpiIds, kpis } from '@ai-cos/catalog/kpis';
import { squads } from '@ai-cos/catalog/squads';
import type { RiskTier } from '@ai-cos/agent-runner/contract';
import { sentence } from '../../format/words.ts';

export interface InboxFilter {
  squad?: string;
  pole?: string;
  kpi?: string;
  riskTier?: string;
}

export interface Choice {
  label: string;
  value: string;
}

export type FilterName = keyof InboxFilter;

const riskTiers: readonly RiskTier[] = ['critical', 'high', 'medium', 'low'];
const poles = [...new Set(kpiIds.map((id) => kpis[id].pole))];

/** Every filter with its choices, from the catalog. */
export const filterChoices: Record<FilterName, { label: string; choices: Choice[] }> = {
  squad: { label: 'Squad', choices: Object.entries(squads).map(([value, { name }]) => ({ value, label: name })) },
  pole: { label: 'Pole', choices: poles.map((value) => ({ value, label: sentence(value) })) },
  kpi: { label: 'KPI', choices: kpiIds.map((value) => ({ value, label: kpis[value].label })) },
  riskTier: { label: 'Risk', choices: riskTiers.map((value) => ({ value, label: sentence(value) })) },
};

export const filterNames = Object.keys(filterChoices) as FilterName[];

/** Drops what is empty, so that the query string stays short and the query key stable. */
export function cleanFilter(filter: InboxFilter): InboxFilter {
  const clean: InboxFilter = {};
  for (const name of filterNames) {
    if (filter[name]) {
      clean[name] = filter[name];
    }
  }
  return clean;
}
