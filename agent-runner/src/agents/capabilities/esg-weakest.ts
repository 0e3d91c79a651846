import { capability } from '../capability.ts';
import { evidenceOf, notEnough } from '../evidence.ts';
import { sum } from '../maths/sum.ts';
import { predict, propose } from '../propose.ts';
import { severityBy } from '../severity.ts';
import type { AnalysisContext, AnalysisResult, Found, Proposal } from '../types.ts';
import { esgFactors, type EsgFactor } from './esg-factors.ts';

interface Facts {
  readonly weakest: EsgFactor;
  readonly points: number;
}

/** Points of the company score a factor costs: its weight times what it misses. */
async function analyse(context: AnalysisContext): Promise<AnalysisResult<Facts>> {
  const result = await context.company.query(esgFactors);
  const measured = result.rows.filter((factor) => factor.score !== null);
  if (measured.length < 3) return notEnough(result, context.asOf, 'fewer than three measured factors');
  const total = sum(measured.map((factor) => factor.weight));
  const cost = (factor: EsgFactor): number => (factor.weight / total) * (100 - (factor.score ?? 0));
  const weakest = [...measured].sort((a, b) => cost(b) - cost(a))[0];
  if (weakest === undefined || cost(weakest) < 2) return [];
  const fallen = (weakest.score_before ?? weakest.score ?? 0) - (weakest.score ?? 0);
  return [
    {
      kpiIds: ['esg_score'],
      severity: severityBy(fallen, [8, 20, 40]),
      title: `${weakest.code} costs ${cost(weakest).toFixed(1)} points of the ESG score`,
      detail: `Pillar ${weakest.pillar}; score ${(weakest.score ?? 0).toFixed(0)}, a year ago ${(weakest.score_before ?? weakest.score ?? 0).toFixed(0)}.`,
      evidence: [
        evidenceOf(result, context.asOf, {
          entities: [{ type: 'esg-factor', id: weakest.code }],
          measures: [...measured]
            .sort((a, b) => cost(b) - cost(a))
            .slice(0, 6)
            .map((factor) => ({
              name: `score of ${factor.code}`,
              value: factor.score ?? 0,
              unit: 'points',
              baseline: factor.score_before ?? factor.score ?? 0,
            })),
          days: 365,
          comparison: 'last measured month against the same month a year before, weighted',
        }),
      ],
      facts: { weakest, points: cost(weakest) },
    },
  ];
}

function improve({ facts }: Found<Facts>): readonly Proposal[] {
  return [
    propose(
      'esg.measure',
      {
        title: `Improve ${facts.weakest.code}`,
        factor: facts.weakest.code,
        goal: `Win back a quarter of the ${facts.points.toFixed(1)} points within three months.`,
      },
      {
        target: `esg:${facts.weakest.code}`,
        direction: 'up',
        title: `Improve the factor ${facts.weakest.code}`,
        description: `It costs most of all factors: ${facts.points.toFixed(1)} points.`,
        expected: [
          predict('esg_score', facts.points / 4, 0.8, 'weight of the factor times a quarter of what it misses'),
        ],
        confidence: 40,
        cost: null,
        hoursUntilHarm: 720,
      }
    ),
  ];
}

export const esgWeakestAnalysis = capability<Facts>({
  id: 'esg-weakest',
  title: 'Which sustainability factor costs most',
  kpis: ['esg_score'],
  analyse,
  playbooks: [{ id: 'improve-factor', title: 'Improve the weakest factor', propose: improve }],
});
