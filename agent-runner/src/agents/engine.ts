import type { AgentId } from '@ai-cos/catalog';
import type { AnalysedFinding, AnalysisContext, Capability } from './types.ts';

export interface AgentRun {
  readonly agentId: AgentId;
  readonly findings: readonly AnalysedFinding[];
  /** What could not be done: failed or late analyses, by name. */
  readonly problems: readonly string[];
}

/** Runs all analyses of one agent side by side; one that throws or exceeds `budgetMs` is named, the others count. */
export async function runAgent(
  agentId: AgentId,
  capabilities: readonly Capability[],
  context: AnalysisContext,
  budgetMs: number
): Promise<AgentRun> {
  const outcomes = await Promise.all(
    capabilities.map((capability) => withinBudget(capability, () => capability.run(agentId, context), budgetMs))
  );
  return {
    agentId,
    findings: outcomes.flatMap((outcome) => outcome.findings),
    problems: outcomes.flatMap((outcome) => outcome.problems),
  };
}

type Outcome = Pick<AgentRun, 'findings' | 'problems'>;

async function withinBudget(
  capability: Capability,
  run: () => Promise<readonly AnalysedFinding[]>,
  budgetMs: number
): Promise<Outcome> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Outcome>((resolve) => {
    timer = setTimeout(() => {
      resolve({ findings: [], problems: [`${capability.id} did not finish within ${String(budgetMs)} ms`] });
    }, budgetMs);
  });
  try {
    return await Promise.race([settled(capability, run), late]);
  } finally {
    clearTimeout(timer);
  }
}

async function settled(capability: Capability, run: () => Promise<readonly AnalysedFinding[]>): Promise<Outcome> {
  try {
    return { findings: await run(), problems: [] };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { findings: [], problems: [`${capability.id} failed: ${reason}`] };
  }
}
