import type { AgentId } from '@ai-cos/catalog';
import { CompanyUnreadable } from './company/company-reader.ts';
import { noRows } from './evidence.ts';
import type {
  AnalysedFinding,
  Analysis,
  AnalysisContext,
  AnalysisResult,
  Capability,
  Found,
  Insufficient,
} from './types.ts';

/** Wraps an analysis: runs it, turns missing data into a finding that says so, applies its playbooks to what it found. */
export function capability<Facts>(analysis: Analysis<Facts>): Capability {
  return {
    id: analysis.id,
    title: analysis.title,
    kpis: analysis.kpis,
    playbooks: analysis.playbooks.map(({ id, title }) => ({ id, title })),
    async run(agentId, context) {
      const result = await analyse(analysis, context);
      if (isInsufficient(result)) return [insufficientFinding(agentId, analysis, result)];
      return result.map((found) => analysed(agentId, analysis, found, context));
    },
  };
}

async function analyse<Facts>(analysis: Analysis<Facts>, context: AnalysisContext): Promise<AnalysisResult<Facts>> {
  try {
    return await analysis.analyse(context);
  } catch (error) {
    if (!(error instanceof CompanyUnreadable)) throw error;
    return { insufficient: error.message, evidence: [noRows(error.query, context.asOf)] };
  }
}

function isInsufficient<Facts>(result: AnalysisResult<Facts>): result is Insufficient {
  return 'insufficient' in result;
}

function insufficientFinding<Facts>(
  agentId: AgentId,
  analysis: Analysis<Facts>,
  result: Insufficient
): AnalysedFinding {
  return {
    agentId,
    analysis: analysis.id,
    kpiIds: analysis.kpis,
    severity: 'low',
    title: `Not enough data: ${analysis.title}`,
    detail: result.insufficient,
    sufficient: false,
    evidence: result.evidence,
    proposals: [],
  };
}

function analysed<Facts>(
  agentId: AgentId,
  analysis: Analysis<Facts>,
  found: Found<Facts>,
  context: AnalysisContext
): AnalysedFinding {
  const { kpiIds, severity, title, detail, evidence } = found;
  const proposals = analysis.playbooks.flatMap((playbook) =>
    playbook.propose(found, context).map((proposal) => ({ ...proposal, playbook: playbook.id }))
  );
  return { agentId, analysis: analysis.id, kpiIds, severity, title, detail, sufficient: true, evidence, proposals };
}
