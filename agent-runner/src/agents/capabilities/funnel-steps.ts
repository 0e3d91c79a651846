import { z } from 'zod';
import { capability } from '../capability.ts';
import type { NamedQuery } from '../company/named-query.ts';
import { evidenceOf, notEnough } from '../evidence.ts';
import { sum } from '../maths/sum.ts';
import { predict, propose } from '../propose.ts';
import { severityBy } from '../severity.ts';
import type { AnalysisContext, AnalysisResult, Found, Proposal } from '../types.ts';

const Row = z.object({
  device: z.string(),
  recent: z.boolean(),
  sessions: z.number(),
  viewed: z.number(),
  carted: z.number(),
  checked_out: z.number(),
  bought: z.number(),
});
type Row = z.infer<typeof Row>;
const funnelSteps: NamedQuery<Row> = { name: 'funnel-steps', row: Row };

const steps = [
  { name: 'visit to product', from: 'sessions', to: 'viewed' },
  { name: 'product to cart', from: 'viewed', to: 'carted' },
  { name: 'cart to checkout', from: 'carted', to: 'checked_out' },
  { name: 'checkout to purchase', from: 'checked_out', to: 'bought' },
] as const;

interface Loss {
  readonly device: string;
  readonly step: string;
  readonly now: number;
  readonly before: number;
  /** Purchases a day that the step lost. */
  readonly lost: number;
}
interface Facts {
  readonly losses: readonly Loss[];
}

async function analyse(context: AnalysisContext): Promise<AnalysisResult<Facts>> {
  const result = await context.company.query(funnelSteps);
  if (sum(result.rows.map((row) => row.sessions)) < 1_000)
    return notEnough(result, context.asOf, 'fewer than 1,000 sessions in three weeks');
  const losses = [...new Set(result.rows.map((row) => row.device))]
    .flatMap((device) => lossesOf(device, result.rows))
    .filter((loss) => loss.now < 0.88 * loss.before && loss.lost > 0.3)
    .sort((a, b) => b.lost - a.lost);
  const worst = losses[0];
  if (worst === undefined) return [];
  return [
    {
      kpiIds:
        worst.step === 'checkout to purchase' || worst.step === 'cart to checkout'
          ? ['cart_abandonment', 'conversion_rate']
          : ['conversion_rate', 'cart_abandonment'],
      severity: severityBy(1 - worst.now / worst.before, [0.12, 0.25, 0.5]),
      title: `${worst.step} on ${worst.device} fell from ${(100 * worst.before).toFixed(1)} to ${(100 * worst.now).toFixed(1)} %`,
      detail: `About ${worst.lost.toFixed(1)} orders a day are lost there, more than at any other step.`,
      evidence: [
        evidenceOf(result, context.asOf, {
          entities: [{ type: 'funnel-step', id: `${worst.device} ${worst.step}` }],
          measures: losses.slice(0, 6).map((loss) => ({
            name: `${loss.step} on ${loss.device}`,
            value: 100 * loss.now,
            unit: 'percent',
            baseline: 100 * loss.before,
          })),
          days: 21,
          comparison: '7 days against the 14 before, per device',
        }),
      ],
      facts: { losses },
    },
  ];
}

function lossesOf(device: string, rows: readonly Row[]): Loss[] {
  const now = rows.find((row) => row.device === device && row.recent);
  const before = rows.find((row) => row.device === device && !row.recent);
  if (now === undefined || before === undefined || now.sessions < 200) return [];
  return steps.map(({ name, from, to }) => {
    const rate = now[to] / Math.max(1, now[from]);
    const usual = before[to] / Math.max(1, before[from]);
    // What the missing visitors would have bought at the rates of the later steps.
    const later = before.bought / Math.max(1, before[to]);
    return { device, step: name, now: rate, before: usual, lost: (Math.max(0, usual - rate) * now[from] * later) / 7 };
  });
}

function specify({ facts }: Found<Facts>): readonly Proposal[] {
  const worst = facts.losses[0];
  if (worst === undefined) return [];
  return [
    propose(
      'tech.spec',
      {
        title: `Repair ${worst.step} on ${worst.device}`,
        goal: `${worst.step} on ${worst.device} returns to ${(100 * worst.before).toFixed(1)} %.`,
        evidence: facts.losses
          .slice(0, 5)
          .map(
            (loss) =>
              `${loss.step} on ${loss.device}: ${(100 * loss.before).toFixed(1)} to ${(100 * loss.now).toFixed(1)} %`
          ),
        acceptance: ['Ten people finish the step on a phone without help', 'The rate is back for a week'],
      },
      {
        target: `funnel:${worst.device}:${worst.step}`,
        direction: 'up',
        title: `Repair ${worst.step} on ${worst.device}`,
        description: `${worst.lost.toFixed(1)} orders a day are lost there.`,
        expected: [
          predict(
            'cart_abandonment',
            -100 * (worst.before - worst.now) * 0.4,
            0.8,
            'the step returns to its former rate'
          ),
          predict(
            'conversion_rate',
            2.5 * (1 - worst.now / worst.before) * 0.4,
            0.8,
            'share of the visitors on that device'
          ),
        ],
        confidence: 45,
        cost: null,
        hoursUntilHarm: 48,
      }
    ),
  ];
}

export const funnelStepsAnalysis = capability<Facts>({
  id: 'funnel-steps',
  title: 'Which step loses most buyers, by device',
  kpis: ['cart_abandonment', 'conversion_rate'],
  analyse,
  playbooks: [{ id: 'repair-step', title: 'Specify the repair of a step', propose: specify }],
});
