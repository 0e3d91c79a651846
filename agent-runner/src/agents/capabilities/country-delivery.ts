import { z } from 'zod';
import { capability } from '../capability.ts';
import type { NamedQuery } from '../company/named-query.ts';
import { evidenceOf, notEnough } from '../evidence.ts';
import { sum } from '../maths/sum.ts';
import { predict, propose } from '../propose.ts';
import { severityBy } from '../severity.ts';
import type { AnalysisContext, AnalysisResult, Found, Proposal } from '../types.ts';

const Row = z.object({
  country: z.string(),
  parcels: z.number(),
  days: z.number().nullable(),
  days_before: z.number().nullable(),
  late: z.number().nullable(),
  late_before: z.number().nullable(),
});
type Row = z.infer<typeof Row>;
const countryDelivery: NamedQuery<Row> = { name: 'country-delivery', row: Row };

interface Facts {
  readonly slow: Row;
  readonly share: number;
}

async function analyse(context: AnalysisContext): Promise<AnalysisResult<Facts>> {
  const result = await context.company.query(countryDelivery);
  const known = result.rows.filter((row) => row.parcels >= 40 && row.days !== null && row.days_before !== null);
  if (known.length === 0) return notEnough(result, context.asOf, 'no country with 40 parcels in two weeks');
  const slow = [...known].sort((a, b) => longer(b) - longer(a))[0];
  if (slow === undefined || longer(slow) < 0.8) return [];
  const share = slow.parcels / sum(result.rows.map((row) => row.parcels));
  return [
    {
      kpiIds: ['fulfillment_time', 'csat'],
      severity: severityBy(longer(slow) * Math.max(0.3, share), [0.25, 0.8, 2]),
      title: `Parcels to ${slow.country} take ${longer(slow).toFixed(1)} days longer than before`,
      detail: `${(100 * (slow.late ?? 0)).toFixed(0)} % arrive after the promise, usually ${(100 * (slow.late_before ?? 0)).toFixed(0)} %.`,
      evidence: [
        evidenceOf(result, context.asOf, {
          entities: [{ type: 'country', id: slow.country }],
          measures: known.map((row) => ({
            name: `days to ${row.country}`,
            value: row.days ?? 0,
            unit: 'days',
            baseline: row.days_before ?? 0,
          })),
          days: 77,
          comparison: 'parcels paid 5 to 21 days ago against the eight weeks before',
        }),
      ],
      facts: { slow, share },
    },
  ];
}

function longer(row: Row): number {
  return (row.days ?? 0) - (row.days_before ?? 0);
}

function promiseLater({ facts }: Found<Facts>): readonly Proposal[] {
  const extraDays = Math.max(1, Math.min(14, Math.ceil(longer(facts.slow))));
  return [
    propose(
      'shop.delivery-promise',
      {
        title: `Promise ${String(extraDays)} more days to ${facts.slow.country}`,
        scope: `orders delivered to ${facts.slow.country}`,
        extraDays,
        shareOfOrders: Math.round(facts.share * 1000) / 1000,
      },
      {
        target: `delivery-promise:${facts.slow.country}`,
        direction: 'up',
        title: `Promise ${String(extraDays)} more days to ${facts.slow.country}`,
        description: 'A date that is kept costs less than one that is missed.',
        expected: [
          predict(
            'csat',
            0.75 * facts.share * (facts.slow.late ?? 0),
            0.7,
            'parcels that would have come after the promise'
          ),
        ],
        confidence: 55,
        cost: null,
        hoursUntilHarm: 24,
      }
    ),
  ];
}

export const countryDeliveryAnalysis = capability<Facts>({
  id: 'country-delivery',
  title: 'Where parcels became slow',
  kpis: ['fulfillment_time', 'csat'],
  analyse,
  playbooks: [{ id: 'promise-later', title: 'Promise a date that can be kept', propose: promiseLater }],
});
