import { z } from 'zod';
import { capability } from '../capability.ts';
import type { NamedQuery } from '../company/named-query.ts';
import { evidenceOf, notEnough } from '../evidence.ts';
import { mean, sum } from '../maths/sum.ts';
import { predict, propose } from '../propose.ts';
import { severityBy } from '../severity.ts';
import type { AnalysisContext, AnalysisResult, Found, Proposal } from '../types.ts';

const Day = z.object({ days_ago: z.number(), orders: z.number(), revenue: z.number(), canceled: z.number() });
type Day = z.infer<typeof Day>;
const tradingDays: NamedQuery<Day> = { name: 'trading-days', row: Day };

interface Facts {
  readonly pace: number;
  readonly usual: number;
  readonly missing: number;
}

/** Four weeks ahead at the pace of the last week, against the four weeks before: what the plan of the month is worth. */
async function analyse(context: AnalysisContext): Promise<AnalysisResult<Facts>> {
  const result = await context.company.query(tradingDays);
  if (sum(result.rows.map((day) => day.orders)) < 100)
    return notEnough(result, context.asOf, 'fewer than 100 orders in ten weeks');
  const pace = mean(result.rows.filter((day) => day.days_ago < 7).map(netRevenue));
  const weeks = [1, 2, 3, 4].map((week) =>
    mean(result.rows.filter((day) => Math.floor(day.days_ago / 7) === week).map(netRevenue))
  );
  const usual = mean(weeks);
  const spread = Math.max(...weeks) - Math.min(...weeks);
  const missing = 28 * (usual - pace);
  if (pace > usual - Math.max(0.1 * usual, spread)) return [];
  return [
    {
      kpiIds: ['burn_rate', 'runway'],
      severity: severityBy(1 - pace / usual, [0.1, 0.25, 0.45]),
      title: `Sales run ${(100 * (1 - pace / usual)).toFixed(0)} % below the four weeks before`,
      detail: `At this pace ${missing.toFixed(0)} ${context.currency} of revenue are missing in four weeks.`,
      evidence: [
        evidenceOf(result, context.asOf, {
          entities: [],
          measures: [
            { name: 'net revenue', value: pace, unit: `${context.currency} per day`, baseline: usual },
            { name: 'spread of the four weeks', value: spread, unit: `${context.currency} per day` },
          ],
          days: 35,
          comparison: 'the last week against each of the four weeks before',
        }),
      ],
      facts: { pace, usual, missing },
    },
  ];
}

function netRevenue(day: Day): number {
  return day.revenue - day.canceled;
}

function slowCommitments({ facts }: Found<Facts>, context: AnalysisContext): readonly Proposal[] {
  const margin = (context.kpi('gross_margin')?.value ?? 40) / 100;
  return [
    propose(
      'work.question',
      {
        title: 'Slow down new commitments?',
        question: `Revenue runs ${facts.missing.toFixed(0)} ${context.currency} short for four weeks. Should orders and hires without a deadline wait until the cause is repaired?`,
        choices: ['yes, until the KPI is back', 'only purchases', 'only hires', 'no'],
      },
      {
        target: 'question:commitments',
        direction: 'down',
        title: 'Decide whether new commitments wait',
        description: `About ${(facts.missing * margin).toFixed(0)} ${context.currency} of margin are missing in four weeks.`,
        expected: [
          predict(
            'burn_rate',
            -facts.missing * margin * 0.3,
            0.8,
            'a third of the missing margin is not committed elsewhere'
          ),
        ],
        confidence: 40,
        cost: null,
        hoursUntilHarm: 72,
      }
    ),
  ];
}

export const tradingPaceAnalysis = capability<Facts>({
  id: 'trading-pace',
  title: 'What the pace of sales means for the next four weeks',
  kpis: ['burn_rate', 'runway'],
  analyse,
  playbooks: [{ id: 'slow-commitments', title: 'Ask whether new commitments wait', propose: slowCommitments }],
});
