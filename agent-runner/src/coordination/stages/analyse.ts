import { kpis, type AgentId } from '@ai-cos/catalog';
import { severities } from '../../contract/index.ts';
import { runAgent, type AgentRun } from '../../agents/engine.ts';
import type { AnalysedFinding, AnalysisContext } from '../../agents/types.ts';
import type { Draft, Note, RelevanceScore, Tools } from '../types.ts';

/**
 * The agents that speak look into the data side by side; what fails or takes too long is noted, the plan goes on. A finding
 * that concerns the KPI of an agent that was silent asks that agent: one more round, no further.
 */
export async function analyse(draft: Draft, tools: Tools): Promise<Draft> {
  const first = await round(draft, speaking(draft), tools);
  const asked = tools.options.ownerOnly
    ? []
    : askedAgents(
        draft,
        first.flatMap((run) => run.findings)
      );
  const relevance = draft.relevance.map((score) => asked.find((one) => one.agentId === score.agentId) ?? score);
  const second = await round(
    draft,
    asked.map((score) => score.agentId),
    tools
  );
  const runs = [...first, ...second];
  return {
    ...draft,
    relevance,
    findings: runs.flatMap((run) => run.findings),
    notes: [...draft.notes, ...runs.flatMap(notesOf)],
  };
}

function speaking({ relevance }: Draft): AgentId[] {
  return relevance.filter((score) => score.speaks).map((score) => score.agentId);
}

function round(draft: Draft, agents: readonly AgentId[], tools: Tools): Promise<AgentRun[]> {
  const context = contextOf(draft, tools);
  return Promise.all(agents.map((id) => runAgent(id, tools.capabilitiesOf(id), context, tools.analysisBudgetMs)));
}

const mostAsked = 2;

/** Owners of KPIs that serious findings name and who did not speak, those of the most serious findings first. */
function askedAgents({ relevance, input }: Draft, findings: readonly AnalysedFinding[]): RelevanceScore[] {
  const serious = findings
    .filter((one) => one.sufficient && one.severity !== 'low')
    .sort((a, b) => severities.indexOf(b.severity) - severities.indexOf(a.severity));
  const asked = new Map<AgentId, RelevanceScore>();
  for (const finding of serious) {
    for (const kpi of finding.kpiIds) {
      const { owner, label } = kpis[kpi];
      const score = relevance.find((one) => one.agentId === owner);
      if (score === undefined || score.speaks || asked.size >= mostAsked) continue;
      if (input.agents[owner]?.state === 'paused') continue;
      asked.set(owner, {
        ...score,
        speaks: true,
        reason: `speaks: asked by ${finding.agentId}, whose finding concerns ${label}`,
      });
    }
  }
  return [...asked.values()];
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
