import { z } from 'zod';
import { capability } from '../capability.ts';
import type { NamedQuery } from '../company/named-query.ts';
import { evidenceOf, notEnough } from '../evidence.ts';
import { predict, propose } from '../propose.ts';
import { severityBy } from '../severity.ts';
import type { AnalysisContext, AnalysisResult, Found, Proposal } from '../types.ts';

const Row = z.object({
  device: z.string(),
  sessions: z.number(),
  rage: z.number().nullable(),
  rage_before: z.number().nullable(),
  errors: z.number().nullable(),
  errors_before: z.number().nullable(),
});
type Row = z.infer<typeof Row>;
const frustration: NamedQuery<Row> = { name: 'frustration', row: Row };

interface Sign {
  readonly device: string;
  readonly what: 'rage clicks' | 'script errors';
  readonly now: number;
  readonly before: number;
}
interface Facts {
  readonly signs: readonly Sign[];
}

async function analyse(context: AnalysisContext): Promise<AnalysisResult<Facts>> {
  const result = await context.company.query(frustration);
  const known = result.rows.filter((row) => row.sessions >= 200);
  if (known.length === 0) return notEnough(result, context.asOf, 'no device with 200 sessions in three days');
  const signs = known
    .flatMap((row): Sign[] => [
      { device: row.device, what: 'rage clicks', now: row.rage ?? 0, before: row.rage_before ?? 0 },
      { device: row.device, what: 'script errors', now: row.errors ?? 0, before: row.errors_before ?? 0 },
    ])
    .filter((sign) => sign.now > 1.6 * sign.before && sign.now - sign.before > 0.01)
    .sort((a, b) => b.now - b.before - (a.now - a.before));
  const worst = signs[0];
  if (worst === undefined) return [];
  return [
    {
      kpiIds: ['ux_score', 'cart_abandonment'],
      severity: severityBy(worst.now - worst.before, [0.01, 0.04, 0.1]),
      title: `${(100 * worst.now).toFixed(1)} % of sessions on ${worst.device} show ${worst.what}, usually ${(100 * worst.before).toFixed(1)} %`,
      detail: 'People click again and again where nothing happens, or a script fails under them.',
      evidence: [
        evidenceOf(result, context.asOf, {
          entities: signs.map((sign) => ({ type: 'device', id: sign.device, label: sign.what })),
          measures: signs.map((sign) => ({
            name: `sessions with ${sign.what} on ${sign.device}`,
            value: 100 * sign.now,
            unit: 'percent',
            baseline: 100 * sign.before,
          })),
          days: 28,
          comparison: 'three days against the 25 before',
        }),
      ],
      facts: { signs },
    },
  ];
}

function report({ facts }: Found<Facts>): readonly Proposal[] {
  const worst = facts.signs[0];
  if (worst === undefined) return [];
  return [
    propose(
      'work.issue',
      {
        title: `${worst.what} on ${worst.device} rose`,
        body: facts.signs
          .map(
            (sign) =>
              `${sign.what} on ${sign.device}: ${(100 * sign.before).toFixed(1)} to ${(100 * sign.now).toFixed(1)} % of sessions.`
          )
          .join(' '),
        labels: ['usability', worst.what === 'script errors' ? 'bug' : 'design'],
      },
      {
        target: `issue:${worst.what}:${worst.device}`,
        direction: 'set',
        title: `Watch ten recordings with ${worst.what} on ${worst.device}`,
        description: 'The element is usually found within an hour.',
        expected: [predict('cart_abandonment', -1, 1, 'the failing element works again')],
        confidence: 40,
        cost: null,
        hoursUntilHarm: 48,
      }
    ),
  ];
}

export const frustrationAnalysis = capability<Facts>({
  id: 'frustration',
  title: 'Where people click in vain or scripts fail',
  kpis: ['ux_score', 'cart_abandonment'],
  analyse,
  playbooks: [{ id: 'report-frustration', title: 'Open an issue with the evidence', propose: report }],
});
