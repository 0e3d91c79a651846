import {
  agentIds,
  agents,
  kpiIds,
  kpis,
  ownedKpis,
  watchedKpis,
  type AgentId,
  type ExpertiseTag,
  type KpiId,
} from '@ai-cos/catalog';
import { distance } from '../correlation/influence-graph.ts';

/** What relevance needs to know about an agent; built once, not per event. */
export interface AgentProfile {
  readonly id: AgentId;
  readonly owns: ReadonlySet<KpiId>;
  readonly watches: ReadonlySet<KpiId>;
  readonly expertise: ReadonlySet<ExpertiseTag>;
  /** 0–1 per KPI: 1 for its own, less with every link between. */
  readonly nearness: ReadonlyMap<KpiId, number>;
}

const nearnessByLinks = [1, 0.6, 0.3] as const;

export function profileOf(id: AgentId): AgentProfile {
  const owns = new Set(ownedKpis(id));
  const watches = new Set(watchedKpis(id));
  return { id, owns, watches, expertise: new Set(agents[id].expertise), nearness: nearnessOf([...owns, ...watches]) };
}

function nearnessOf(own: readonly KpiId[]): Map<KpiId, number> {
  const nearness = new Map<KpiId, number>();
  for (const kpi of kpiIds) {
    const links = Math.min(...own.map((mine) => distance(mine, kpi)), Number.POSITIVE_INFINITY);
    nearness.set(kpi, nearnessByLinks[links] ?? 0);
  }
  return nearness;
}

let built: readonly AgentProfile[] | undefined;

/** The profiles of the 26 agents. */
export function agentProfiles(): readonly AgentProfile[] {
  built ??= agentIds.map(profileOf);
  return built;
}

export function labelOf(kpi: KpiId): string {
  return kpis[kpi].label;
}
