import type { AgentRun } from '../../agents/engine.ts';
import { runAgent } from '../../agents/engine.ts';
import type { AnalysisContext } from '../../agents/types.ts';
import type { Draft, Note, Tools } from '../types.ts';

/** The agents that speak look into the data side by side; what fails or takes too long is noted, the plan goes on. */
export async function analyse(draft: Draft, tools: Tools): Promise<Draft> {
  const context = contextOf(draft, tools);
  const speaking = draft.relevance.filter((score) => score.speaks).map((score) => score.agentId);
  const runs = await Promise.all(
    speaking.map((id) => runAgent(id, tools.capabilitiesOf(id), context, tools.analysisBudgetMs))
  );
  return {
    ...draft,
    findings: runs.flatMap((run) => run.findings),
    notes: [...draft.notes, ...runs.flatMap(notesOf)],
  };
}

function contextOf({ input, rootCauses }: Draft, { company }: Tools): AnalysisContext {
  const readings = new Map(input.readings.map((reading) => [reading.id, reading]));
  return {
    asOf: new Date(input.asOf),
    eventType: input.eventType,
    kpiIds: rootCauses.map((cause) => cause.kpiId),
    supplied: input.data,
    company,
    kpi: (id) => readings.get(id),
    currency: input.currency,
  };
}

function notesOf({ agentId, findings, problems }: AgentRun): Note[] {
  const notes = problems.map((problem) => ({ stage: 'analyse', agentId, note: problem }));
  if (notes.length > 0 || findings.length > 0) return notes;
  return [{ stage: 'analyse', agentId, note: 'looked into its data and found nothing unusual' }];
}
