import { kpis, type AgentId, type KpiId } from '@ai-cos/catalog';
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
        first.flatMap((run) => run.findings),
        tools
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

/**
 * Whom serious findings ask, the most serious first: the owner of every KPI they name; for the KPI a finding is about, the
 * next watcher with an analysis of it when the owner speaks already.
 */
function askedAgents(draft: Draft, findings: readonly AnalysedFinding[], tools: Tools): RelevanceScore[] {
  const serious = findings
    .filter((one) => one.sufficient && one.severity !== 'low')
    .sort((a, b) => severities.indexOf(b.severity) - severities.indexOf(a.severity));
  const asked = new Map<AgentId, RelevanceScore>();
  for (const finding of serious) {
    for (const [index, kpi] of finding.kpiIds.entries()) {
      if (asked.size >= mostAsked) break;
      const score = nextToAsk(draft, kpi, index === 0 ? tools : null, asked);
      if (score === undefined) continue;
      const reason = `speaks: asked by ${finding.agentId}, whose finding concerns ${kpis[kpi].label}`;
      asked.set(score.agentId, { ...score, speaks: true, reason });
    }
  }
  return [...asked.values()];
}

function nextToAsk(
  { relevance, input }: Draft,
  kpi: KpiId,
  tools: Tools | null,
  asked: ReadonlyMap<AgentId, RelevanceScore>
): RelevanceScore | undefined {
  const { owner, also } = kpis[kpi];
  const knowing = also.filter((id) => tools?.capabilitiesOf(id).some((one) => one.kpis.includes(kpi)) ?? false);
  for (const id of [owner, ...knowing]) {
    const score = relevance.find((one) => one.agentId === id);
    if (score === undefined || input.agents[id]?.state === 'paused' || asked.has(id)) continue;
    if (!score.speaks) return score;
  }
  return undefined;
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
