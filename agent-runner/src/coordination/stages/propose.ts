import { actionTypes, kpis, squads, type AgentId, type KpiId, type SquadId, type SquadRecord } from '@ai-cos/catalog';
import type { AnalysedFinding } from '../../agents/types.ts';
import { riskOf } from '../resolve/risk.ts';
import type { Candidate, Draft, Note } from '../types.ts';

/**
 * What the playbooks want to do about the findings that concern the event; the other findings are only shown. Parameters
 * that do not fit the catalog are refused here.
 */
export function propose(draft: Draft): Draft {
  const candidates: Candidate[] = [];
  const notes: Note[] = [];
  const subject = subjectOf(draft);
  for (const [index, finding] of draft.findings.entries()) {
    if (!finding.kpiIds.some((kpi) => subject.has(kpi))) continue;
    for (const proposal of finding.proposals) {
      const parsed = actionTypes[proposal.actionType].params.safeParse(proposal.parameters);
      if (!parsed.success) {
        const note = `${proposal.playbook}: parameters of ${proposal.actionType} do not fit: ${parsed.error.message}`;
        notes.push({ stage: 'propose', agentId: finding.agentId, note });
        continue;
      }
      const fitting = { ...proposal, parameters: parsed.data };
      candidates.push({
        ...fitting,
        key: `${finding.agentId}/${proposal.playbook}/${proposal.actionType}/${proposal.target}`,
        agentId: finding.agentId,
        finding: index,
        risk: riskOf(finding.agentId, fitting),
        squadId: squadFor(finding, draft.squadIds),
      });
    }
  }
  return { ...draft, candidates: distinctKeys(candidates), notes: [...draft.notes, ...notes] };
}

/** The red KPIs, and what serious findings about them lead to: a budget is left because a campaign is. */
function subjectOf({ rootCauses, findings }: Draft): Set<KpiId> {
  const causes = new Set(rootCauses.map((cause) => cause.kpiId));
  const subject = new Set(causes);
  for (const { kpiIds, severity, sufficient } of findings) {
    const serious = sufficient && severity !== 'low';
    if (serious && kpiIds.some((kpi) => causes.has(kpi))) for (const kpi of kpiIds) subject.add(kpi);
  }
  return subject;
}

/** The convened squad that answers: that of the finding's KPI if the agent is in it, else the agent's first. */
function squadFor(finding: AnalysedFinding, convened: readonly SquadId[]): SquadId | null {
  const mine = convened.filter((id) => isIn(id, finding.agentId));
  const ofKpi = finding.kpiIds[0] === undefined ? undefined : kpis[finding.kpiIds[0]].squad;
  return mine.find((id) => id === ofKpi) ?? mine[0] ?? null;
}

function isIn(id: SquadId, agent: AgentId): boolean {
  const squad: SquadRecord = squads[id];
  return squad.lead === agent || squad.members.includes(agent);
}

/** Two proposals of one playbook on one target get a number, so that a key names one of them. */
function distinctKeys(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Map<string, number>();
  return candidates.map((candidate) => {
    const count = (seen.get(candidate.key) ?? 0) + 1;
    seen.set(candidate.key, count);
    return count === 1 ? candidate : { ...candidate, key: `${candidate.key}#${String(count)}` };
  });
}
