import type { AgentId } from '@ai-cos/catalog';
import { replayReader } from '../../src/agents/company/recording-reader.ts';
import type { Capability } from '../../src/agents/types.ts';
import { defaultOptions, type CoordinationOptions, type Tools } from '../../src/coordination/types.ts';

/** Tools without a company: analyses are given, queries have no answers. */
export function tools(
  capabilities: Partial<Record<AgentId, readonly Capability[]>> = {},
  options: Partial<CoordinationOptions> = {}
): Tools {
  return {
    company: replayReader([]),
    capabilitiesOf: (agent) => capabilities[agent] ?? [],
    analysisBudgetMs: 100,
    options: { ...defaultOptions, ...options },
  };
}
