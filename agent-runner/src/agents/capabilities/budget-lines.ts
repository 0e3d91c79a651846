import type { KpiId } from '@ai-cos/catalog';
import { z } from 'zod';
import { capability } from '../capability.ts';
import type { NamedQuery } from '../company/named-query.ts';
import { evidenceOf, notEnough } from '../evidence.ts';
import { sum } from '../maths/sum.ts';
import { predict, propose } from '../propose.ts';
import { severityBy } from '../severity.ts';
import type { AnalysisContext, AnalysisResult, Found, Proposal } from '../types.ts';

const Line = z.object({
  department: z.string(),
  account: z.string(),
  spent: z.number(),
  planned: z.number().nullable(),
  monthly_budget: z.number().nullable(),
  per_day: z.number(),
  usual_per_day: z.number(),
  days_gone: z.number(),
});
type Line = z.infer<typeof Line>;
const budgetLines: NamedQuery<Line> = { name: 'budget-lines', row: Line };

interface Facts {
  readonly over: readonly Line[];
  readonly budget: number;
}

async function analyse(context: AnalysisContext): Promise<AnalysisResult<Facts>> {
  const result = await context.company.query(budgetLines);
  const planned = result.rows.filter((line) => (line.planned ?? 0) > 0);
  if (planned.length === 0) return notEnough(result, context.asOf, 'no cost line with a budget this month');
  const budget = sum(planned.map((line) => line.planned ?? 0));
  const over = planned
    .filter((line) => excess(line) > 0.005 * budget && faster(line))
    .sort((a, b) => excess(b) - excess(a));
  const worst = over[0];
  if (worst === undefined) return [];
  const variance = (sum(planned.map((line) => line.spent)) - budget) / budget;
  return [
    {
      kpiIds: ['budget_variance', 'burn_rate', ...driverOf(worst)],
      severity: severityBy(excess(worst) / budget, [0.015, 0.05, 0.1]),
      title: `${worst.department}/${worst.account} is ${excess(worst).toFixed(0)} ${context.currency} over its budget`,
      detail: `Costs as a whole ${(100 * variance).toFixed(1)} % against plan; ${String(over.length)} lines spend faster than planned.`,
      evidence: [
        evidenceOf(result, context.asOf, {
          entities: over.map((line) => ({ type: 'cost-line', id: `${line.department}/${line.account}` })),
          measures: over.slice(0, 6).map((line) => ({
            name: `spent by ${line.department}/${line.account}`,
            value: line.spent,
            unit: context.currency,
            baseline: line.planned ?? 0,
          })),
          days: worst.days_gone,
          comparison: 'complete days of the month against the same share of the budget',
        }),
      ],
      facts: { over, budget },
    },
  ];
}

/** The KPI whose owner can say why a line costs more. */
function driverOf({ department, account }: Line): KpiId[] {
  if (account === 'ads') return ['roi_campaigns'];
  if (account === 'shipping' || department === 'warehouse') return ['fulfillment_time'];
  return department === 'support' ? ['response_time'] : [];
}

function excess(line: Line): number {
  return line.spent - (line.planned ?? 0);
}

/** Over plan because it runs faster now, not because a bill came early. */
function faster(line: Line): boolean {
  return line.per_day > 1.08 * line.usual_per_day || excess(line) > 0.1 * (line.planned ?? 0);
}

/** Lines that people decide about can be frozen; salaries and parcels cannot. */
function freezeSpending({ facts }: Found<Facts>, context: AnalysisContext): readonly Proposal[] {
  const line = facts.over.find(({ account }) => account !== 'salaries' && account !== 'shipping');
  if (line === undefined) return [];
  const monthlyAmount = Math.round(line.per_day * 30);
  return [
    propose(
      'finance.spend-freeze',
      {
        title: `Freeze new spending of ${line.department}/${line.account}`,
        department: line.department,
        account: line.account,
        monthlyAmount,
        days: 14,
      },
      {
        target: `cost-line:${line.department}/${line.account}`,
        direction: 'down',
        title: `No new orders on ${line.department}/${line.account} for two weeks`,
        description: `${excess(line).toFixed(0)} ${context.currency} over plan so far this month.`,
        expected: [
          predict(
            'budget_variance',
            (-100 * excess(line)) / (2 * facts.budget),
            0.7,
            'half of the excess is not repeated'
          ),
        ],
        confidence: 55,
        cost: null,
        hoursUntilHarm: 48,
      }
    ),
  ];
}

/** A line that has been higher for weeks has the wrong budget: say so, instead of explaining it every month. */
function rebase({ facts }: Found<Facts>): readonly Proposal[] {
  const line = facts.over.find(
    ({ usual_per_day, monthly_budget, account }) =>
      account !== 'ads' && usual_per_day * 30 > 1.05 * (monthly_budget ?? 0)
  );
  if (line === undefined) return [];
  const monthlyAmount = Math.round(line.usual_per_day * 30);
  return [
    propose(
      'finance.budget',
      { department: line.department, account: line.account, monthlyAmount },
      {
        target: `budget:${line.department}/${line.account}`,
        direction: 'up',
        title: `Set the budget of ${line.department}/${line.account} to ${String(monthlyAmount)} a month`,
        description: 'It has cost that much for four weeks and more; the plan is what is wrong.',
        expected: [
          predict(
            'budget_variance',
            (-100 * excess(line)) / facts.budget,
            0.5,
            'the next months compare with the real level'
          ),
        ],
        confidence: 45,
        cost: null,
        hoursUntilHarm: 240,
      }
    ),
  ];
}

export const budgetLinesAnalysis = capability<Facts>({
  id: 'budget-lines',
  title: 'Which cost line left its budget',
  kpis: ['budget_variance', 'burn_rate'],
  analyse,
  playbooks: [
    { id: 'freeze-spending', title: 'Freeze a line for some days', propose: freezeSpending },
    { id: 'rebase-budget', title: 'Correct a budget that is wrong', propose: rebase },
  ],
});
