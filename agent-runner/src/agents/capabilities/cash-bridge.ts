import { z } from 'zod';
import { capability } from '../capability.ts';
import type { NamedQuery } from '../company/named-query.ts';
import { evidenceOf, notEnough } from '../evidence.ts';
import { sum } from '../maths/sum.ts';
import { predict, propose } from '../propose.ts';
import { severityBy } from '../severity.ts';
import type { AnalysisContext, AnalysisResult, Found, Proposal } from '../types.ts';

const Row = z.object({ week: z.number(), kind: z.string(), amount: z.number(), balance: z.number().nullable() });
type Row = z.infer<typeof Row>;
const cashDays: NamedQuery<Row> = { name: 'cash-days', row: Row };

interface Facts {
  readonly monthlyBurn: number;
  readonly balance: number;
  readonly months: number;
}

const weeksPerMonth = 365.25 / 12 / 7;

async function analyse(context: AnalysisContext): Promise<AnalysisResult<Facts>> {
  const result = await context.company.query(cashDays);
  const balance = result.rows[0]?.balance;
  if (balance === null || balance === undefined || new Set(result.rows.map((row) => row.week)).size < 12) {
    return notEnough(result, context.asOf, 'fewer than twelve weeks of cash movements with a balance');
  }
  const lately = burn(result.rows, 0, 13);
  const before = burn(result.rows, 13, 26);
  const months = lately > 0 ? balance / lately : Number.POSITIVE_INFINITY;
  const worse = lately - before;
  const least = context.kpi('runway')?.thresholds.target ?? 18;
  if (months > least && worse <= 0.25 * Math.max(1, Math.abs(before))) return [];
  return [
    {
      kpiIds: ['burn_rate', 'runway'],
      severity: Number.isFinite(months) ? severityBy(least / months, [0.8, 1.4, 2.5]) : 'low',
      title: `Cash of ${(balance / 1000).toFixed(0)} k lasts ${Number.isFinite(months) ? months.toFixed(1) : 'more than 99'} months at the burn of the last quarter`,
      detail: `Net burn ${(lately / 1000).toFixed(1)} k a month, the quarter before ${(before / 1000).toFixed(1)} k.`,
      evidence: [
        evidenceOf(result, context.asOf, {
          entities: [],
          measures: [
            { name: 'net burn', value: lately, unit: `${context.currency} per month`, baseline: before },
            { name: 'cash', value: balance, unit: context.currency },
            {
              name: 'financing in 26 weeks',
              value: sum(result.rows.filter((row) => row.kind === 'financing').map((row) => row.amount)),
              unit: context.currency,
            },
          ],
          days: 182,
          comparison: 'the last 13 weeks against the 13 before, financing left out',
        }),
      ],
      facts: { monthlyBurn: lately, balance, months },
    },
  ];
}

/** Operating and investing cash out per month over the weeks [from, to). */
function burn(rows: readonly Row[], from: number, to: number): number {
  const moved = rows.filter((row) => row.kind !== 'financing' && row.week >= from && row.week < to);
  return (-sum(moved.map((row) => row.amount)) / (to - from)) * weeksPerMonth;
}

function askForDecision({ facts }: Found<Facts>, context: AnalysisContext): readonly Proposal[] {
  if (facts.months > 12) return [];
  return [
    propose(
      'work.question',
      {
        title: 'Which spending goes first?',
        question: `Cash lasts ${facts.months.toFixed(1)} months. Which cost line should be cut by ${(facts.monthlyBurn * 0.15).toFixed(0)} ${context.currency} a month?`,
        choices: ['advertising', 'agency and tools', 'new purchases', 'hiring', 'none: raise money'],
      },
      {
        target: 'question:spending',
        direction: 'set',
        title: 'Decide which spending goes first',
        description: 'A choice only people can make; the answer becomes a budget proposal.',
        expected: [predict('burn_rate', -0.15 * facts.monthlyBurn, 0.6, 'the chosen line is cut by 15 % of burn')],
        confidence: 50,
        cost: null,
        hoursUntilHarm: 24 * 14,
      }
    ),
  ];
}

export const cashBridgeAnalysis = capability<Facts>({
  id: 'cash-bridge',
  title: 'What happened to cash and how long it lasts',
  kpis: ['burn_rate', 'runway'],
  analyse,
  playbooks: [{ id: 'ask-for-decision', title: 'Ask which spending goes first', propose: askForDecision }],
});
