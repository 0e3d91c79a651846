import type { AgentId } from './agents/index.ts';
import { kpiIds, kpis, type KpiId } from './kpis/index.ts';

/** KPIs an agent is accountable for. */
export function ownedKpis(agent: AgentId): KpiId[] {
  return kpiIds.filter((id) => kpis[id].owner === agent);
}

/** KPIs an agent watches without owning them. */
export function watchedKpis(agent: AgentId): KpiId[] {
  return kpiIds.filter((id) => kpis[id].also.includes(agent));
}

/** `kpiIds` of the founding guide: owned first, then watched. */
export function kpisOf(agent: AgentId): KpiId[] {
  return [...ownedKpis(agent), ...watchedKpis(agent)];
}
