import type { AgentRecord } from '../schema/agent.ts';
import { businessAgents } from './business.ts';
import { expansionAgents } from './expansion.ts';
import { strategicAgents } from './strategic.ts';
import { techAgents } from './tech.ts';

/** The 26 agents; what each watches and owns stands on the KPI records, which squads it belongs to on the squads. */
export const agents = {
  ...strategicAgents,
  ...techAgents,
  ...businessAgents,
  ...expansionAgents,
} as const satisfies Record<string, AgentRecord>;

export type AgentId = keyof typeof agents;
export const agentIds = Object.keys(agents) as [AgentId, ...AgentId[]];

export function isAgentId(id: string): id is AgentId {
  return Object.hasOwn(agents, id);
}
