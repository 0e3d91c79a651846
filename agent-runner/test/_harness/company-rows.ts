import type { AgentId } from '@ai-cos/catalog';
import { CompanyUnreadable } from '../../src/agents/company/company-reader.ts';
import { parseRows } from '../../src/agents/company/postgres-reader.ts';
import { capabilities } from '../../src/agents/registry.ts';
import type { AnalysedFinding, AnalysisContext } from '../../src/agents/types.ts';

export const AS_OF = new Date('2026-03-01T00:00:00Z');

/** A company that answers each query with the given rows, whatever the parameters. */
export function contextWith(
  rows: Readonly<Record<string, readonly unknown[]>>,
  changes: Partial<AnalysisContext> = {}
): AnalysisContext {
  return {
    asOf: AS_OF,
    eventType: 'STOCK_ALERT',
    kpiIds: [],
    supplied: {},
    company: {
      query(query) {
        const answer = rows[query.name];
        if (answer === undefined) return Promise.reject(new CompanyUnreadable(query.name, 'not in this test'));
        return Promise.resolve({ name: query.name, rows: parseRows(query, answer), truncated: false });
      },
    },
    kpi: () => undefined,
    currency: 'EUR',
    ...changes,
  };
}

/** Runs one analysis of an agent on hand-made rows. */
export async function findingsOf(
  agent: AgentId,
  analysis: string,
  context: AnalysisContext
): Promise<readonly AnalysedFinding[]> {
  const capability = capabilities[agent].find((one) => one.id === analysis);
  if (capability === undefined) throw new Error(`${agent} has no analysis ${analysis}`);
  return capability.run(agent, context);
}

/** A measure of the first evidence of a finding, by name. */
export function measureOf(finding: AnalysedFinding | undefined, name: string): number | undefined {
  return finding?.evidence[0]?.measures.find((measure) => measure.name === name)?.value;
}
