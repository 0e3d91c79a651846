import { capability } from '../capability.ts';
import { evidenceOf, notEnough } from '../evidence.ts';
import { sum } from '../maths/sum.ts';
import { predict, propose } from '../propose.ts';
import { severityBy } from '../severity.ts';
import type { AnalysisContext, AnalysisResult, Found, Proposal } from '../types.ts';
import { codeScans, comparedScans } from './code-scans.ts';

interface Penalty {
  readonly name: string;
  readonly points: number;
  readonly count: number;
  readonly before: number;
}
interface Facts {
  readonly penalties: readonly Penalty[];
  readonly hours: number;
}

/** Points each kind of debt costs in the founding formulas of code_health. */
async function analyse(context: AnalysisContext): Promise<AnalysisResult<Facts>> {
  const result = await context.company.query(codeScans);
  const scans = comparedScans(result.rows, 28);
  if (scans === undefined) return notEnough(result, context.asOf, 'fewer than two code scans in 90 days');
  const { now, before } = scans;
  const penalties = [
    {
      name: 'files of high complexity',
      points: 2 * now.complex_files,
      count: now.complex_files,
      before: before.complex_files,
    },
    { name: 'duplicated blocks', points: 0.5 * now.duplicated, count: now.duplicated, before: before.duplicated },
    { name: 'unused files', points: 0.3 * now.unused, count: now.unused, before: before.unused },
  ].sort((a, b) => b.points - a.points);
  const worst = penalties[0];
  const grown = penalties.filter((penalty) => penalty.count > penalty.before);
  if (worst === undefined || (grown.length === 0 && worst.points < 5)) return [];
  const hours = now.remediation_minutes / 60;
  return [
    {
      kpiIds: ['code_health', 'tech_debt_score'],
      severity: severityBy(
        sum(grown.map((penalty) => penalty.points * (1 - penalty.before / penalty.count))),
        [3, 8, 20]
      ),
      title: `${worst.name} cost ${worst.points.toFixed(0)} points of code health`,
      detail: `${hours.toFixed(0)} hours of remediation in all; grown in four weeks: ${grown.map((penalty) => penalty.name).join(', ') || 'nothing'}.`,
      evidence: [
        evidenceOf(result, context.asOf, {
          entities: [],
          measures: penalties.map((penalty) => ({
            name: penalty.name,
            value: penalty.count,
            unit: 'count',
            baseline: penalty.before,
          })),
          days: 28,
          comparison: 'newest scan against the one four weeks ago',
        }),
      ],
      facts: { penalties, hours },
    },
  ];
}

function payDebt({ facts }: Found<Facts>): readonly Proposal[] {
  const worst = facts.penalties[0];
  if (worst === undefined || worst.count < 1) return [];
  const hours = Math.min(40, Math.max(4, Math.round(facts.hours * 0.15)));
  return [
    propose(
      'tech.pay-debt',
      {
        title: `Remove ${worst.name}`,
        hours,
        goal: `Half of the ${String(worst.count)} ${worst.name}, the ones changed most often first.`,
      },
      {
        target: `debt:${worst.name}`,
        direction: 'down',
        title: `Reserve ${String(hours)} hours to remove ${worst.name}`,
        description: `They cost ${worst.points.toFixed(0)} of 100 points.`,
        expected: [predict('code_health', worst.points / 2, 0.5, 'half of them removed, by the formula of the KPI')],
        confidence: 60,
        cost: null,
        hoursUntilHarm: 336,
      }
    ),
  ];
}

function specify({ facts }: Found<Facts>): readonly Proposal[] {
  const grown = facts.penalties.filter((penalty) => penalty.count > penalty.before);
  if (grown.length < 2) return [];
  return [
    propose(
      'tech.spec',
      {
        title: 'Stop the growth of technical debt',
        goal: 'New debt is refused in review before old debt is paid.',
        evidence: grown.map(
          (penalty) => `${penalty.name}: ${String(penalty.before)} to ${String(penalty.count)} in four weeks`
        ),
        acceptance: grown.map((penalty) => `${penalty.name} does not rise above ${String(penalty.count)}`),
      },
      {
        target: 'spec:debt-gate',
        direction: 'set',
        title: 'Specify a gate for new debt',
        description: `${String(grown.length)} kinds of debt grew in four weeks.`,
        expected: [predict('tech_debt_score', 2, 1, 'debt stops growing')],
        confidence: 45,
        cost: null,
        hoursUntilHarm: 720,
      }
    ),
  ];
}

export const codeHotspotsAnalysis = capability<Facts>({
  id: 'code-hotspots',
  title: 'Which kind of debt costs most code health',
  kpis: ['code_health', 'tech_debt_score'],
  analyse,
  playbooks: [
    { id: 'pay-debt', title: 'Reserve time for the worst debt', propose: payDebt },
    { id: 'debt-gate', title: 'Specify a gate for new debt', propose: specify },
  ],
});
