import { z } from 'zod';
import { capability } from '../capability.ts';
import type { NamedQuery } from '../company/named-query.ts';
import { evidenceOf, notEnough } from '../evidence.ts';
import { mean, sum } from '../maths/sum.ts';
import { predict, propose } from '../propose.ts';
import { severityBy } from '../severity.ts';
import type { AnalysisContext, AnalysisResult, Found, Proposal } from '../types.ts';

const Day = z.object({
  days_ago: z.number(),
  paid: z.number(),
  shipped: z.number(),
  waiting: z.number(),
  median_hours: z.number().nullable(),
});
type Day = z.infer<typeof Day>;
const fulfilmentDays: NamedQuery<Day> = { name: 'fulfilment-days', row: Day };

const Staff = z.object({
  warehouse_id: z.number(),
  people: z.number().nullable(),
  cost_per_day: z.number().nullable(),
});
export const warehouseStaff: NamedQuery<z.infer<typeof Staff>> = { name: 'warehouse-staff', row: Staff };

interface Facts {
  readonly warehouseId: number;
  readonly waiting: number;
  readonly usualWaiting: number;
  readonly perPerson: number;
  readonly costPerPersonDay: number;
  readonly gapPerDay: number;
  readonly medianHours: number;
}

const catchUpDays = 3;

async function analyse(context: AnalysisContext): Promise<AnalysisResult<Facts>> {
  const [result, staff] = await Promise.all([
    context.company.query(fulfilmentDays),
    context.company.query(warehouseStaff),
  ]);
  const lately = result.rows.filter((day) => day.days_ago < 3);
  const before = result.rows.filter((day) => day.days_ago >= 7);
  if (sum(before.map((day) => day.shipped)) < 100)
    return notEnough(result, context.asOf, 'fewer than 100 parcels in four weeks');
  const warehouse = staff.rows[0];
  const waiting = result.rows[0]?.waiting ?? 0;
  // The same weekdays four weeks before: a queue of a Monday is no queue.
  const usualWaiting = mean(before.map((day) => day.waiting));
  const medianHours = mean(lately.flatMap((day) => (day.median_hours === null ? [] : [day.median_hours])));
  const target = context.kpi('fulfillment_time')?.thresholds.target ?? 24;
  const arrivals = mean(result.rows.filter((day) => day.days_ago < 7).map((day) => day.paid));
  const capacity = mean(result.rows.filter((day) => day.days_ago < 7).map((day) => day.shipped));
  if (waiting < Math.max(30, 1.8 * usualWaiting) && !(medianHours > target)) return [];
  const people = Math.max(1, warehouse?.people ?? 1);
  const perPerson =
    mean(
      [...result.rows]
        .sort((a, b) => b.shipped - a.shipped)
        .slice(0, 5)
        .map((day) => day.shipped)
    ) / people;
  return [
    {
      kpiIds: ['fulfillment_time', 'csat'],
      severity: severityBy(waiting / Math.max(1, arrivals), [1, 2, 4]),
      title: `${waiting.toFixed(0)} paid orders wait to be shipped (usual ${usualWaiting.toFixed(0)}), ${(waiting / Math.max(1, capacity)).toFixed(1)} days of work`,
      detail: `${arrivals.toFixed(0)} orders a day arrive, ${capacity.toFixed(0)} are shipped; median ${medianHours.toFixed(0)} hours.`,
      evidence: [
        evidenceOf(result, context.asOf, {
          entities: warehouse === undefined ? [] : [{ type: 'warehouse', id: String(warehouse.warehouse_id) }],
          measures: [
            { name: 'orders waiting', value: waiting, unit: 'orders', baseline: usualWaiting },
            { name: 'orders paid', value: arrivals, unit: 'per day' },
            { name: 'orders shipped', value: capacity, unit: 'per day' },
            {
              name: 'median time to ship',
              value: Number.isFinite(medianHours) ? medianHours : 0,
              unit: 'hours',
              baseline: target,
            },
          ],
          days: 35,
          comparison: 'the last days against the four weeks before',
        }),
      ],
      facts: {
        warehouseId: warehouse?.warehouse_id ?? 1,
        waiting,
        usualWaiting,
        perPerson: Math.max(5, perPerson),
        costPerPersonDay: (warehouse?.cost_per_day ?? 0) / people,
        gapPerDay: Math.max(0, arrivals - capacity),
        medianHours: Number.isFinite(medianHours) ? medianHours : target,
      },
    },
  ];
}

/** People for the gap between what arrives and what is shipped, plus the backlog over some days. */
function addShift({ facts }: Found<Facts>, context: AnalysisContext): readonly Proposal[] {
  const missing = facts.gapPerDay + Math.max(0, facts.waiting - facts.usualWaiting) / catchUpDays;
  const extraStaff = Math.min(10, Math.max(1, Math.ceil(missing / facts.perPerson)));
  const days = catchUpDays + 2;
  const cost = Math.round(extraStaff * days * facts.costPerPersonDay);
  const now = context.kpi('fulfillment_time')?.value ?? facts.medianHours;
  const target = context.kpi('fulfillment_time')?.thresholds.target ?? 24;
  return [
    propose(
      'warehouse.extra-shift',
      { warehouseId: facts.warehouseId, extraStaff, days, cost },
      {
        target: `shift:${String(facts.warehouseId)}`,
        direction: 'up',
        title: `Add ${String(extraStaff)} people to the warehouse for ${String(days)} days`,
        description: `${facts.perPerson.toFixed(0)} parcels a day per person; clears ${Math.max(0, facts.waiting - facts.usualWaiting).toFixed(0)} orders above the usual queue.`,
        expected: [
          predict('fulfillment_time', Math.min(-2, target * 0.75 - now), 0.4, 'the queue is back at its usual length'),
          predict('csat', (0.055 * Math.max(0, now - target)) / 24, 0.6, 'link e21: 0.055 stars per day'),
        ],
        confidence: 75,
        cost,
        hoursUntilHarm: 6,
      }
    ),
  ];
}

export const fulfilmentQueueAnalysis = capability<Facts>({
  id: 'fulfilment-queue',
  title: 'How long orders wait to be shipped and what is missing',
  kpis: ['fulfillment_time'],
  analyse,
  playbooks: [{ id: 'add-shift', title: 'Add people to the warehouse', propose: addShift }],
});
