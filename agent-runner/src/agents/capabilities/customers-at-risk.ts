import { z } from 'zod';
import { capability } from '../capability.ts';
import type { NamedQuery } from '../company/named-query.ts';
import { evidenceOf, notEnough } from '../evidence.ts';
import { predict, propose } from '../propose.ts';
import { severityBy } from '../severity.ts';
import type { AnalysisContext, AnalysisResult, Found, Proposal } from '../types.ts';

const Row = z.object({
  customers: z.number(),
  repeaters: z.number(),
  at_risk: z.number(),
  order_value: z.number(),
  cohort: z.number(),
  cohort_repeaters: z.number(),
  earlier_cohort: z.number(),
});
type Row = z.infer<typeof Row>;
const customersAtRisk: NamedQuery<Row> = { name: 'customers-at-risk', row: Row };

/** Purchases a win-back mail adds per recipient in two weeks: Hillstrom's randomised test, +0.50 points. */
const liftPerMail = 0.005;

async function analyse(context: AnalysisContext): Promise<AnalysisResult<Row>> {
  const result = await context.company.query(customersAtRisk);
  const row = result.rows[0];
  if (row === undefined || row.customers < 100)
    return notEnough(result, context.asOf, 'fewer than 100 customers with orders');
  if (row.at_risk < 20) return [];
  const repeatRate = row.cohort > 0 ? row.cohort_repeaters / row.cohort : 0;
  return [
    {
      kpiIds: ['ltv'],
      severity: severityBy(row.at_risk / row.repeaters, [0.45, 0.6, 0.75]),
      title: `${row.at_risk.toFixed(0)} regular customers are overdue by more than twice their usual interval`,
      detail: `${(100 * repeatRate).toFixed(0)} % of those won 90 to 180 days ago ordered again.`,
      evidence: [
        evidenceOf(result, context.asOf, {
          entities: [{ type: 'segment', id: 'overdue-regulars', label: 'three or more orders, overdue' }],
          measures: [
            { name: 'customers at risk', value: row.at_risk, unit: 'customers', baseline: row.repeaters },
            { name: 'repeat rate of the cohort', value: 100 * repeatRate, unit: 'percent' },
            { name: 'their order value', value: row.order_value, unit: context.currency },
          ],
          days: 365,
          comparison: 'days since the last order against the mean interval of each customer',
        }),
      ],
      facts: row,
    },
  ];
}

function winBack({ facts }: Found<Row>): readonly Proposal[] {
  const recipients = Math.min(5_000, Math.round(facts.at_risk));
  const orders = recipients * liftPerMail;
  return [
    propose(
      'crm.win-back',
      {
        title: `Write to ${String(recipients)} overdue regulars`,
        segment: 'three or more orders, last one more than twice their usual interval ago',
        recipients,
        offer: 'What is new in the product groups they bought, free shipping on the next order.',
      },
      {
        target: 'segment:overdue-regulars',
        direction: 'up',
        title: `Write to ${String(recipients)} regular customers who are overdue`,
        description: `About ${orders.toFixed(0)} more orders in two weeks.`,
        expected: [
          predict(
            'ltv',
            (orders * facts.order_value * 0.45) / Math.max(1, facts.cohort),
            0.8,
            'randomised test: +0.5 points of purchases per mail'
          ),
        ],
        confidence: 50,
        cost: Math.round(recipients * 0.05),
        hoursUntilHarm: 168,
      }
    ),
  ];
}

/** The second order decides: whoever comes back once usually comes back again. */
function secondOrder({ facts }: Found<Row>): readonly Proposal[] {
  const first = facts.cohort - facts.cohort_repeaters;
  if (first < 100) return [];
  const cost = Math.round(first * 0.03 * 5);
  return [
    propose(
      'crm.loyalty-offer',
      {
        title: 'Offer something for the second order',
        segment: 'first order 90 to 180 days ago, none since',
        offer: 'Free shipping on the second order within 30 days.',
        cost,
        days: 30,
      },
      {
        target: 'segment:one-order',
        direction: 'up',
        title: `Offer ${first.toFixed(0)} one-time customers free shipping on a second order`,
        description: 'About three in a hundred take it.',
        expected: [predict('ltv', 0.03 * facts.order_value * 0.45, 0.9, 'three of a hundred come back once more')],
        confidence: 40,
        cost,
        hoursUntilHarm: 336,
      }
    ),
  ];
}

export const customersAtRiskAnalysis = capability<Row>({
  id: 'customers-at-risk',
  title: 'Which regular customers stay away',
  kpis: ['ltv'],
  analyse,
  playbooks: [
    { id: 'win-back', title: 'Write to regulars who stay away', propose: winBack },
    { id: 'second-order', title: 'Offer something for the second order', propose: secondOrder },
  ],
});
