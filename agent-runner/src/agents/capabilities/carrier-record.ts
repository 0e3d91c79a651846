import { z } from 'zod';
import { capability } from '../capability.ts';
import type { NamedQuery } from '../company/named-query.ts';
import { evidenceOf, notEnough } from '../evidence.ts';
import { sum } from '../maths/sum.ts';
import { predict, propose } from '../propose.ts';
import { severityBy } from '../severity.ts';
import type { AnalysisContext, AnalysisResult, Found, Proposal } from '../types.ts';

const Row = z.object({
  carrier_id: z.number(),
  name: z.string(),
  parcels: z.number(),
  late_share: z.number().nullable(),
  usual_late_share: z.number().nullable(),
  days: z.number().nullable(),
  usual_days: z.number().nullable(),
  error_share: z.number().nullable(),
  price: z.number().nullable(),
});
type Row = z.infer<typeof Row>;
const carrierRecord: NamedQuery<Row> = { name: 'carrier-record', row: Row };

interface Facts {
  readonly carriers: readonly Row[];
  readonly bad: Row;
}

const leastParcels = 40;
/** Share a failing carrier keeps, so that its recovery can be seen. */
const leftShare = 0.05;

async function analyse(context: AnalysisContext): Promise<AnalysisResult<Facts>> {
  const result = await context.company.query(carrierRecord);
  const known = result.rows.filter((row) => row.parcels >= leastParcels);
  if (known.length < 2)
    return notEnough(result, context.asOf, 'fewer than two carriers with 40 parcels in three weeks');
  const bad = [...known].sort((a, b) => slowdown(b) - slowdown(a))[0];
  if (bad === undefined || (slowdown(bad) < 0.35 && (bad.late_share ?? 0) < (bad.usual_late_share ?? 0) + 0.12))
    return [];
  const parcels = sum(known.map((row) => row.parcels));
  return [
    {
      kpiIds: ['csat', 'shipping_accuracy'],
      severity: severityBy(
        ((bad.late_share ?? 0) - (bad.usual_late_share ?? 0)) * (bad.parcels / parcels),
        [0.02, 0.08, 0.2]
      ),
      title: `${bad.name} takes ${(bad.days ?? 0).toFixed(1)} days instead of ${(bad.usual_days ?? 0).toFixed(1)}`,
      detail: `${(100 * (bad.late_share ?? 0)).toFixed(0)} % of its parcels came after the promise, usually ${(100 * (bad.usual_late_share ?? 0)).toFixed(0)} %.`,
      evidence: [
        evidenceOf(result, context.asOf, {
          entities: known.map((row) => ({ type: 'carrier', id: String(row.carrier_id), label: row.name })),
          measures: known.flatMap((row) => [
            { name: `days of ${row.name}`, value: row.days ?? 0, unit: 'days', baseline: row.usual_days ?? 0 },
            { name: `errors of ${row.name}`, value: 100 * (row.error_share ?? 0), unit: 'percent' },
          ]),
          days: 77,
          comparison: 'parcels shipped 4 to 21 days ago against the eight weeks before',
        }),
      ],
      facts: { carriers: known, bad },
    },
  ];
}

function slowdown(row: Row): number {
  return (row.days ?? 0) / Math.max(0.5, row.usual_days ?? 1) - 1;
}

/** Its parcels go to the others in proportion to what they carry already. */
function moveParcels({ facts }: Found<Facts>): readonly Proposal[] {
  const { carriers, bad } = facts;
  const others = carriers.filter((row) => row.carrier_id !== bad.carrier_id);
  const total = sum(others.map((row) => row.parcels));
  const weights = carriers.map((row) => ({
    carrierId: row.carrier_id,
    share:
      row.carrier_id === bad.carrier_id ? leftShare : Math.round(((1 - leftShare) * row.parcels * 1000) / total) / 1000,
  }));
  const moved = bad.parcels / sum(carriers.map((row) => row.parcels));
  return [
    propose(
      'warehouse.carrier-weights',
      { weights },
      {
        target: 'carriers',
        direction: 'set',
        title: `Send the parcels of ${bad.name} with the other carriers`,
        description: `It keeps ${(100 * leftShare).toFixed(0)} % so that its recovery can be seen.`,
        expected: [
          predict(
            'csat',
            1.2 * moved * ((bad.late_share ?? 0) - (bad.usual_late_share ?? 0)),
            0.6,
            'late parcels get about 1.2 stars less'
          ),
        ],
        confidence: 65,
        cost: null,
        hoursUntilHarm: 12,
      }
    ),
  ];
}

function reviewCarrier({ facts }: Found<Facts>): readonly Proposal[] {
  const { bad } = facts;
  return [
    propose(
      'partners.review',
      {
        title: `Review ${bad.name}`,
        partner: bad.name,
        yearlyAmount: Math.round((bad.parcels / 17) * 365 * (bad.price ?? 0)),
        goal: 'a written plan with dates, or notice',
      },
      {
        target: `partner:carrier-${String(bad.carrier_id)}`,
        direction: 'set',
        title: `Ask ${bad.name} for a plan with dates`,
        description: `${(100 * (bad.late_share ?? 0)).toFixed(0)} % of its parcels are late.`,
        expected: [predict('shipping_accuracy', 0.1, 1, 'a carrier under review makes fewer errors')],
        confidence: 30,
        cost: null,
        hoursUntilHarm: 168,
      }
    ),
  ];
}

export const carrierRecordAnalysis = capability<Facts>({
  id: 'carrier-record',
  title: 'Which carrier became late or careless',
  kpis: ['csat', 'shipping_accuracy', 'fulfillment_time'],
  analyse,
  playbooks: [
    { id: 'move-parcels', title: 'Send its parcels with the others', propose: moveParcels },
    { id: 'review-carrier', title: 'Ask the carrier for a plan', propose: reviewCarrier },
  ],
});
