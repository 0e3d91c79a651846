import { capability } from '../capability.ts';
import { evidenceOf, notEnough } from '../evidence.ts';
import { predict, propose } from '../propose.ts';
import { severityBy } from '../severity.ts';
import type { AnalysisContext, AnalysisResult, Found, Proposal } from '../types.ts';
import { featureFlow, type Feature } from './feature-flow.ts';

interface Facts {
  readonly fading: readonly Feature[];
}

/** Fewer users than this a fortnight are noise. */
const leastUsers = 30;
/** Older features live on in habits; what is new is tried or left. */
const longest = 88;

/** Features people tried and left: use of the last fortnight against the one before. */
async function analyse(context: AnalysisContext): Promise<AnalysisResult<Facts>> {
  const result = await context.company.query(featureFlow);
  const used = result.rows.filter(
    (feature) => feature.released && (feature.days_out ?? 0) <= longest && feature.users_before >= leastUsers
  );
  if (used.length === 0) return notEnough(result, context.asOf, 'no feature with 30 users in a fortnight');
  const fading = used.filter((feature) => kept(feature) < 0.65).sort((a, b) => kept(a) - kept(b));
  const worst = fading[0];
  if (worst === undefined) return [];
  return [
    {
      kpiIds: ['feature_adoption', 'product_quality'],
      severity: severityBy(1 - kept(worst), [0.35, 0.6, 0.85]),
      title: `${worst.name} lost ${(100 * (1 - kept(worst))).toFixed(0)} % of its users within a fortnight`,
      detail: `${worst.users_before.toFixed(0)} customers before, ${worst.users_lately.toFixed(0)} now: tried and left.`,
      evidence: [
        evidenceOf(result, context.asOf, {
          entities: fading.map((feature) => ({ type: 'feature', id: String(feature.feature_id), label: feature.name })),
          measures: fading.map((feature) => ({
            name: `users of ${feature.name}`,
            value: feature.users_lately,
            unit: 'per fortnight',
            baseline: feature.users_before,
          })),
          days: 28,
          comparison: 'the last fortnight against the one before',
        }),
      ],
      facts: { fading },
    },
  ];
}

function kept(feature: Feature): number {
  return feature.users_lately / Math.max(1, feature.users_before);
}

function askUsers({ facts }: Found<Facts>): readonly Proposal[] {
  const worst = facts.fading[0];
  if (worst === undefined) return [];
  return [
    propose(
      'work.task',
      {
        title: `Ask ten people who stopped using ${worst.name}`,
        instructions: 'Five who used it once, five who used it often: what did they want to do, where did it end?',
        dueInDays: 10,
      },
      {
        target: `interview:${String(worst.feature_id)}`,
        direction: 'set',
        title: `Ask ten people why they left ${worst.name}`,
        description: 'Numbers say that they left, only people say why.',
        expected: [predict('feature_adoption', 1, 1, 'the reason is repaired')],
        confidence: 35,
        cost: null,
        hoursUntilHarm: 336,
      }
    ),
  ];
}

function experiment({ facts }: Found<Facts>): readonly Proposal[] {
  if (facts.fading.length < 2) return [];
  return [
    propose(
      'tech.spec',
      {
        title: 'Release features to a part of the customers first',
        goal: 'A tenth of the customers gets a feature for two weeks; it goes to all only when half of the users come back.',
        evidence: facts.fading
          .slice(0, 5)
          .map(
            (feature) =>
              `${feature.name}: ${feature.users_before.toFixed(0)} to ${feature.users_lately.toFixed(0)} users`
          ),
        acceptance: ['The rule is applied to the next three features'],
      },
      {
        target: 'spec:staged-release',
        direction: 'set',
        title: 'Release new features in stages',
        description: `${String(facts.fading.length)} features lost a third of their users at once.`,
        expected: [predict('feature_adoption', 2, 1, 'features that are not used again do not go to all')],
        confidence: 35,
        cost: null,
        hoursUntilHarm: 720,
      }
    ),
  ];
}

export const featureRetentionAnalysis = capability<Facts>({
  id: 'feature-retention',
  title: 'Which features people tried and left',
  kpis: ['feature_adoption'],
  analyse,
  playbooks: [
    { id: 'ask-leavers', title: 'Ask those who left', propose: askUsers },
    { id: 'staged-release', title: 'Release in stages', propose: experiment },
  ],
});
