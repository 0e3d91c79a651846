import type { KpiId } from '@ai-cos/catalog';
import type { AnalysedFinding } from '../../agents/types.ts';
import { placeOfKpi, redKpis } from '../correlation/red-kpis.ts';
import { rankRootCauses } from '../correlation/root-cause.ts';
import type { Draft, Tools } from '../types.ts';

const weight = { low: 0, medium: 0.35, high: 0.7, critical: 1 } as const;

/** The findings speak for a cause: the suspicion is weighed again with what the data showed. */
export function diagnose(draft: Draft, { options }: Tools): Draft {
  const evidence = evidencePerKpi(draft.findings);
  const red = redKpis(draft.input);
  const suspected = suspectedKpis(draft).filter((id) => red.every((kpi) => kpi.id !== id));
  const all = [...red, ...suspected.map((id) => placeOfKpi(draft.input, id))];
  return { ...draft, rootCauses: rankRootCauses(all, { evidence, influence: options.influence }) };
}

/** What serious findings are about although its KPI has not left the band yet: a trailing window shows late. */
function suspectedKpis({ findings, rootCauses }: Draft): KpiId[] {
  const causes = new Set(rootCauses.map((cause) => cause.kpiId));
  const serious = findings.filter(
    ({ sufficient, severity, kpiIds }) =>
      sufficient && (severity === 'high' || severity === 'critical') && kpiIds.some((id) => causes.has(id))
  );
  return [...new Set(serious.flatMap(({ kpiIds }) => kpiIds.slice(0, 1)))];
}

/** The first KPI of a finding is the one it explains; the others count half. */
function evidencePerKpi(findings: readonly AnalysedFinding[]): Map<KpiId, number> {
  const evidence = new Map<KpiId, number>();
  for (const finding of findings) {
    if (!finding.sufficient) continue;
    for (const [index, kpi] of finding.kpiIds.entries()) {
      const points = weight[finding.severity] * (index === 0 ? 1 : 0.5);
      evidence.set(kpi, Math.max(evidence.get(kpi) ?? 0, points));
    }
  }
  return evidence;
}
