import { capability } from '../capability.ts';
import { evidenceOf, notEnough } from '../evidence.ts';
import { predict, propose } from '../propose.ts';
import { severityBy } from '../severity.ts';
import type { AnalysisContext, AnalysisResult, Found, Proposal } from '../types.ts';
import { featureFlow, reach, type Feature } from './feature-flow.ts';

interface Facts {
  readonly weak: readonly Feature[];
  readonly target: number;
}

async function analyse(context: AnalysisContext): Promise<AnalysisResult<Facts>> {
  const result = await context.company.query(featureFlow);
  const recent = result.rows.filter(
    (feature) => feature.released && (feature.days_out ?? 0) <= 90 && (feature.days_out ?? 0) >= 14
  );
  if (recent.length === 0) return notEnough(result, context.asOf, 'no feature released 14 to 90 days ago');
  const target = (context.kpi('feature_adoption')?.thresholds.target ?? 25) / 100;
  const weak = recent.filter((feature) => reach(feature) < 0.6 * target).sort((a, b) => reach(a) - reach(b));
  const worst = weak[0];
  if (worst === undefined) return [];
  return [
    {
      kpiIds: ['feature_adoption'],
      severity: severityBy(weak.length / recent.length, [0.4, 0.7, 1]),
      title: `${String(weak.length)} of ${String(recent.length)} new features reach fewer than ${(60 * target).toFixed(0)} % of active customers`,
      detail: `${worst.name} reaches ${(100 * reach(worst)).toFixed(1)} % after ${(worst.days_out ?? 0).toFixed(0)} days.`,
      evidence: [
        evidenceOf(result, context.asOf, {
          entities: weak.map((feature) => ({ type: 'feature', id: String(feature.feature_id), label: feature.name })),
          measures: recent.map((feature) => ({
            name: `reach of ${feature.name}`,
            value: 100 * reach(feature),
            unit: 'percent',
            baseline: 100 * target,
          })),
          days: 28,
          comparison: 'users of four weeks among active customers, against the target',
        }),
      ],
      facts: { weak, target },
    },
  ];
}

function makeVisible({ facts }: Found<Facts>): readonly Proposal[] {
  const worst = facts.weak[0];
  if (worst === undefined) return [];
  return [
    propose(
      'tech.spec',
      {
        title: `Let customers find ${worst.name}`,
        goal: 'It appears where its problem arises, once, with one sentence.',
        evidence: [`reach ${(100 * reach(worst)).toFixed(1)} % after ${(worst.days_out ?? 0).toFixed(0)} days`],
        acceptance: [`Reach of ${(100 * facts.target).toFixed(0)} % within four weeks, or it is removed`],
      },
      {
        target: `adoption:${String(worst.feature_id)}`,
        direction: 'up',
        title: `Make ${worst.name} visible, or remove it`,
        description: `${worst.users.toFixed(0)} customers used it in four weeks.`,
        expected: [
          predict(
            'feature_adoption',
            100 * (facts.target - reach(worst)) * 0.2,
            0.9,
            'a fifth of the missing customers find it'
          ),
        ],
        confidence: 40,
        cost: null,
        hoursUntilHarm: 336,
      }
    ),
  ];
}

export const featureReachAnalysis = capability<Facts>({
  id: 'feature-reach',
  title: 'Which new features nobody finds',
  kpis: ['feature_adoption'],
  analyse,
  playbooks: [{ id: 'make-visible', title: 'Make a feature visible or remove it', propose: makeVisible }],
});
