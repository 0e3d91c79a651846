import {
  agentIds,
  agents,
  board,
  boardIds,
  boardMajority,
  boardRiskThreshold,
  kpis,
  ownedKpis,
  poles,
  squadIds,
  squads,
  squadsOf,
  type AgentId,
  type AgentRecord,
} from '@ai-cos/catalog';

import { page, table } from './markdown.ts';

/** Agents by pole, squads, board. */
export function agentPage(): string {
  const byPole = poles.map((pole) => {
    const rows = agentIds.filter((id) => agents[id].pole === pole).map(agentRow);
    return `## ${pole} (${rows.length})\n\n${table(['agent', 'mission', 'KPIs it owns', 'squads', 'acts up to risk'], rows)}`;
  });
  const squadRows = squadIds.map((id) => {
    const { mission, lead, members } = squads[id];
    return [id, mission, lead, members.join(', ')];
  });
  const boardRows = boardIds.map((id) => [id, board[id].name, String(board[id].weight), board[id].policy]);
  const boardText = `The board judges actions of risk ${boardRiskThreshold} and above; below ${boardMajority * 100} % of the weight the plan carries an objection.`;
  return page(
    'Agents, squads and board',
    'catalog/src/agents, squads.ts, board.ts',
    [
      ...byPole,
      `## Squads\n\n${table(['squad', 'mission', 'lead', 'members'], squadRows)}`,
      `## Board\n\n${boardText}\n\n${table(['member', 'name', 'weight', 'policy'], boardRows)}`,
    ].join('\n\n')
  );
}

function agentRow(id: AgentId): string[] {
  const { mission, authority }: AgentRecord = agents[id];
  const owned = ownedKpis(id).map((kpi) => `[${kpis[kpi].label}](kpis.md#${kpi})`);
  return [id, mission, owned.join(', ') || '–', squadsOf(id).join(', ') || '–', String(authority.maxRisk)];
}
