import { capability } from '../capability.ts';
import { evidenceOf, notEnough } from '../evidence.ts';
import { median } from '../maths/level-shift.ts';
import { predict, propose } from '../propose.ts';
import { severityBy } from '../severity.ts';
import type { AnalysisContext, AnalysisResult, Found, Proposal } from '../types.ts';
import { featureFlow, type Feature } from './feature-flow.ts';

interface Facts {
  readonly stuck: readonly Feature[];
  readonly usual: number;
}

async function analyse(context: AnalysisContext): Promise<AnalysisResult<Facts>> {
  const result = await context.company.query(featureFlow);
  const released = result.rows.filter((feature) => feature.released);
  if (released.length < 3) return notEnough(result, context.asOf, 'fewer than three released features in a year');
  const usual = median(released.map((feature) => feature.days_taken));
  const stuck = result.rows.filter((feature) => !feature.released && feature.days_taken > 1.5 * usual);
  const oldest = stuck[0];
  if (oldest === undefined) return [];
  return [
    {
      kpiIds: ['time_to_market'],
      severity: severityBy(oldest.days_taken / usual, [2, 3.5, 6]),
      title: `${String(stuck.length)} approved features wait longer than usual, ${oldest.name} for ${oldest.days_taken.toFixed(0)} days`,
      detail: `Half of all features were released within ${usual.toFixed(0)} days.`,
      evidence: [
        evidenceOf(result, context.asOf, {
          entities: stuck.map((feature) => ({ type: 'feature', id: String(feature.feature_id), label: feature.name })),
          measures: [
            { name: 'age of the oldest open feature', value: oldest.days_taken, unit: 'days', baseline: usual },
            {
              name: 'features that wait too long',
              value: stuck.length,
              unit: 'features',
              baseline: result.rows.length - released.length,
            },
          ],
          days: 365,
          comparison: 'age of open features against the median of released ones',
        }),
      ],
      facts: { stuck, usual },
    },
  ];
}

function cutScope({ facts }: Found<Facts>): readonly Proposal[] {
  const oldest = facts.stuck[0];
  if (oldest === undefined) return [];
  return [
    propose(
      'tech.spec',
      {
        title: `Release a smaller ${oldest.name}`,
        goal: 'The smallest part customers can use goes out within a week, behind a flag.',
        evidence: [`approved ${oldest.days_taken.toFixed(0)} days ago, usual ${facts.usual.toFixed(0)}`],
        acceptance: ['Ten customers use it', 'The rest is planned or dropped'],
      },
      {
        target: `feature:${String(oldest.feature_id)}`,
        direction: 'down',
        title: `Cut the scope of ${oldest.name} and release it`,
        description: `It waits ${(oldest.days_taken - facts.usual).toFixed(0)} days longer than usual.`,
        expected: [predict('time_to_market', -1.5, 0.9, 'one feature leaves the queue two weeks earlier')],
        confidence: 45,
        cost: null,
        hoursUntilHarm: 336,
      }
    ),
  ];
}

function decide({ facts }: Found<Facts>): readonly Proposal[] {
  const old = facts.stuck.filter((feature) => feature.days_taken > 3 * facts.usual);
  if (old.length === 0) return [];
  return [
    propose(
      'work.question',
      {
        title: 'Which features are dropped?',
        question: `${old.map((feature) => feature.name).join(', ')} wait three times as long as usual. Which are still wanted?`,
        choices: ['all', 'only the first', 'none'],
      },
      {
        target: 'question:features',
        direction: 'set',
        title: `Decide whether ${String(old.length)} old features are still wanted`,
        description: 'What nobody wants any more blocks what somebody does.',
        expected: [predict('time_to_market', -1, 1, 'fewer things in work at once')],
        confidence: 40,
        cost: null,
        hoursUntilHarm: 336,
      }
    ),
  ];
}

export const stuckFeaturesAnalysis = capability<Facts>({
  id: 'stuck-features',
  title: 'Which approved features are stuck',
  kpis: ['time_to_market'],
  analyse,
  playbooks: [
    { id: 'cut-scope', title: 'Release a smaller part', propose: cutScope },
    { id: 'drop-features', title: 'Ask what is still wanted', propose: decide },
  ],
});
