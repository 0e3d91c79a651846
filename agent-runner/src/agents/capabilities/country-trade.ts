import { z } from 'zod';
import { capability } from '../capability.ts';
import type { NamedQuery } from '../company/named-query.ts';
import { evidenceOf, notEnough } from '../evidence.ts';
import { predict, propose } from '../propose.ts';
import { severityBy } from '../severity.ts';
import type { AnalysisContext, AnalysisResult, Found, Proposal } from '../types.ts';

const Row = z.object({
  country: z.string(),
  sessions: z.number(),
  sessions_before: z.number(),
  orders: z.number(),
  orders_before: z.number(),
  value: z.number().nullable(),
  value_before: z.number().nullable(),
});
type Row = z.infer<typeof Row>;
const countryTrade: NamedQuery<Row> = { name: 'country-trade', row: Row };

interface Facts {
  readonly weak: Row;
  readonly drop: number;
}

/** Countries whose conversion fell further than chance and further than that of the whole shop. */
async function analyse(context: AnalysisContext): Promise<AnalysisResult<Facts>> {
  const result = await context.company.query(countryTrade);
  const known = result.rows.filter((row) => row.sessions >= 500 && row.orders_before >= 20);
  if (known.length < 2)
    return notEnough(result, context.asOf, 'fewer than two countries with 500 sessions in two weeks');
  const weak = known.filter(beyondChance).sort((a, b) => drop(b) - drop(a))[0];
  const shop = mid(known.map(drop));
  if (weak === undefined || drop(weak) < shop + 0.15) return [];
  return [
    {
      kpiIds: ['conversion_rate', 'cac'],
      severity: severityBy(drop(weak), [0.2, 0.4, 0.7]),
      title: `Conversion in ${weak.country} fell by ${(100 * drop(weak)).toFixed(0)} %, elsewhere by ${(100 * shop).toFixed(0)} %`,
      detail: `${weak.orders.toFixed(0)} orders from ${weak.sessions.toFixed(0)} sessions in two weeks.`,
      evidence: [
        evidenceOf(result, context.asOf, {
          entities: [{ type: 'country', id: weak.country }],
          measures: known.map((row) => ({
            name: `conversion in ${row.country}`,
            value: 100 * rate(row.orders, row.sessions),
            unit: 'percent',
            baseline: 100 * rate(row.orders_before, row.sessions_before),
          })),
          days: 70,
          comparison: 'two weeks against the eight before, country by country',
        }),
      ],
      facts: { weak, drop: drop(weak) },
    },
  ];
}

function rate(orders: number, sessions: number): number {
  return orders / Math.max(1, sessions);
}

function drop(row: Row): number {
  return 1 - rate(row.orders, row.sessions) / Math.max(1e-6, rate(row.orders_before, row.sessions_before));
}

function beyondChance(row: Row): boolean {
  const expected = row.sessions * rate(row.orders_before, row.sessions_before);
  return row.orders < expected - 2 * Math.sqrt(expected);
}

function mid(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function checkCountry({ facts }: Found<Facts>): readonly Proposal[] {
  const { weak } = facts;
  return [
    propose(
      'work.task',
      {
        title: `Buy something in ${weak.country}`,
        instructions:
          'Walk through the shop as a customer there: language, prices with tax, ways to pay, delivery promise, returns. Note where it ends.',
        dueInDays: 2,
      },
      {
        target: `country:${weak.country}`,
        direction: 'set',
        title: `Walk through the shop as a customer in ${weak.country}`,
        description: `Conversion fell by ${(100 * facts.drop).toFixed(0)} % only there.`,
        expected: [predict('conversion_rate', 2.5 * facts.drop * 0.05, 0.9, 'share of the country in all sessions')],
        confidence: 40,
        cost: null,
        hoursUntilHarm: 48,
      }
    ),
  ];
}

export const countryTradeAnalysis = capability<Facts>({
  id: 'country-trade',
  title: 'Which country stopped buying',
  kpis: ['conversion_rate', 'cac'],
  analyse,
  playbooks: [{ id: 'check-country', title: 'Walk through the shop there', propose: checkCountry }],
});
