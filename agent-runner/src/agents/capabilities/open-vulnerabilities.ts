import { z } from 'zod';
import { capability } from '../capability.ts';
import type { NamedQuery } from '../company/named-query.ts';
import { evidenceOf, notEnough } from '../evidence.ts';
import { predict, propose } from '../propose.ts';
import { severityBy } from '../severity.ts';
import type { AnalysisContext, AnalysisResult, Found, Proposal } from '../types.ts';

const Row = z.object({ finding_id: z.number(), package: z.string(), severity: z.string(), age_days: z.number() });
type Row = z.infer<typeof Row>;
const openVulnerabilities: NamedQuery<Row> = { name: 'open-vulnerabilities', row: Row };

interface Facts {
  readonly urgent: readonly Row[];
  readonly points: number;
}

/** Points an open finding costs by the formula of the KPI. */
const pointsOf: Readonly<Record<string, number>> = { critical: 20, high: 10 };
const dueDays: Readonly<Record<string, number>> = { critical: 2, high: 7 };

async function analyse(context: AnalysisContext): Promise<AnalysisResult<Facts>> {
  const result = await context.company.query(openVulnerabilities);
  if (result.rows.length === 0)
    return notEnough(result, context.asOf, 'no security finding is open, or no scan is recorded');
  const urgent = result.rows.filter((row) => pointsOf[row.severity] !== undefined);
  const oldest = urgent[0];
  if (oldest === undefined) return [];
  let points = 0;
  for (const row of urgent) points += pointsOf[row.severity] ?? 0;
  return [
    {
      kpiIds: ['security_score'],
      severity: severityBy(points, [10, 20, 40]),
      title: `${String(urgent.length)} critical or high findings are open, the oldest for ${oldest.age_days.toFixed(0)} days`,
      detail: `They cost ${String(points)} points; ${oldest.package} first.`,
      evidence: [
        evidenceOf(result, context.asOf, {
          entities: urgent.map((row) => ({ type: 'vulnerability', id: String(row.finding_id), label: row.package })),
          measures: [
            {
              name: 'critical and high findings',
              value: urgent.length,
              unit: 'findings',
              baseline: result.rows.length,
            },
            {
              name: 'age of the oldest',
              value: oldest.age_days,
              unit: 'days',
              baseline: dueDays[oldest.severity] ?? 7,
            },
          ],
          days: Math.max(1, oldest.age_days),
          comparison: 'open findings by severity and age against 2 and 7 days',
        }),
      ],
      facts: { urgent, points },
    },
  ];
}

function fix({ facts }: Found<Facts>): readonly Proposal[] {
  const first = facts.urgent[0];
  if (first === undefined) return [];
  const dueInDays = dueDays[first.severity] ?? 7;
  return [
    propose(
      'tech.fix-vulnerabilities',
      {
        title: `Close ${String(facts.urgent.length)} security findings`,
        findingIds: facts.urgent.slice(0, 100).map((row) => row.finding_id),
        packages: [...new Set(facts.urgent.map((row) => row.package))].slice(0, 100),
        dueInDays,
      },
      {
        target: `vulnerabilities:${first.severity}`,
        direction: 'down',
        title: `Update ${first.package} and ${String(facts.urgent.length - 1)} more`,
        description: `Due in ${String(dueInDays)} days by severity.`,
        expected: [
          predict('security_score', facts.points, 0.3, 'formula of the KPI: 20 per critical, 10 per high finding'),
        ],
        confidence: 75,
        cost: null,
        hoursUntilHarm: first.severity === 'critical' ? 0 : 48,
      }
    ),
  ];
}

/** A critical finding in a package that handles secrets may already have been used. */
function rotate({ facts }: Found<Facts>): readonly Proposal[] {
  const critical = facts.urgent.find((row) => row.severity === 'critical' && row.age_days > 2);
  if (critical === undefined) return [];
  return [
    propose(
      'security.rotate-credential',
      {
        title: 'Replace the deployment credential',
        secretId: 'deployment',
        reason: `${critical.package} has been open for ${critical.age_days.toFixed(0)} days.`,
      },
      {
        target: 'credential:deployment',
        direction: 'set',
        title: 'Replace the deployment credential',
        description: 'A critical finding was open long enough to be used.',
        expected: [predict('security_score', 0, 0, 'limits the damage, closes no finding')],
        confidence: 50,
        cost: null,
        hoursUntilHarm: 12,
      }
    ),
  ];
}

export const openVulnerabilitiesAnalysis = capability<Facts>({
  id: 'open-vulnerabilities',
  title: 'Which security findings are open and how old',
  kpis: ['security_score'],
  analyse,
  playbooks: [
    { id: 'fix-vulnerabilities', title: 'Close the worst findings', propose: fix },
    { id: 'rotate-credential', title: 'Replace a credential that may be known', propose: rotate },
  ],
});
