import { capability } from '../capability.ts';
import { evidenceOf, notEnough } from '../evidence.ts';
import { sum } from '../maths/sum.ts';
import { predict, propose } from '../propose.ts';
import { severityBy } from '../severity.ts';
import type { AnalysisContext, AnalysisResult, Found, Proposal } from '../types.ts';
import { esgFactors, type EsgFactor } from './esg-factors.ts';

interface Facts {
  readonly missing: readonly EsgFactor[];
}

/** A month is measured once it is over; two months and more means nobody looks. */
const staleDays = 75;

async function analyse(context: AnalysisContext): Promise<AnalysisResult<Facts>> {
  const result = await context.company.query(esgFactors);
  if (result.rows.length === 0) return notEnough(result, context.asOf, 'no factor is defined');
  const missing = result.rows.filter((factor) => factor.score === null || (factor.age_days ?? 0) > staleDays);
  if (missing.length === 0) return [];
  const share = sum(missing.map((factor) => factor.weight)) / sum(result.rows.map((factor) => factor.weight));
  return [
    {
      kpiIds: ['esg_score'],
      severity: severityBy(share, [0.15, 0.3, 0.4]),
      title: `${(100 * share).toFixed(0)} % of the ESG weight is not measured any more`,
      detail: `Pillars ${[...new Set(missing.map((factor) => factor.pillar))].join(', ')}; below 60 % coverage the score is undefined.`,
      evidence: [
        evidenceOf(result, context.asOf, {
          entities: missing.map((factor) => ({ type: 'esg-factor', id: factor.code })),
          measures: [{ name: 'weight without a fresh measurement', value: 100 * share, unit: 'percent' }],
          days: staleDays,
          comparison: 'last measurement against today',
        }),
      ],
      facts: { missing },
    },
  ];
}

function measure({ facts }: Found<Facts>): readonly Proposal[] {
  return facts.missing.slice(0, 2).map((factor) =>
    propose(
      'esg.measure',
      { title: `Measure ${factor.code}`, factor: factor.code, goal: 'A value for the last month with its evidence.' },
      {
        target: `esg-measure:${factor.code}`,
        direction: 'set',
        title: `Measure ${factor.code} again`,
        description:
          factor.score === null
            ? 'It was never measured.'
            : `Last value ${(factor.age_days ?? 0).toFixed(0)} days old.`,
        expected: [predict('esg_score', 0.5, 1, 'coverage keeps the score defined')],
        confidence: 50,
        cost: null,
        hoursUntilHarm: 336,
      }
    )
  );
}

export const esgCoverageAnalysis = capability<Facts>({
  id: 'esg-coverage',
  title: 'Which sustainability factors are not measured',
  kpis: ['esg_score'],
  analyse,
  playbooks: [{ id: 'measure-factor', title: 'Measure a factor again', propose: measure }],
});
