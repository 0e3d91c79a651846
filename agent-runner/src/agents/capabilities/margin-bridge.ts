import { z } from 'zod';
import { capability } from '../capability.ts';
import type { NamedQuery } from '../company/named-query.ts';
import { evidenceOf, notEnough } from '../evidence.ts';
import { sum } from '../maths/sum.ts';
import { predict, propose } from '../propose.ts';
import { severityBy } from '../severity.ts';
import type { AnalysisContext, AnalysisResult, Found, Proposal } from '../types.ts';

const Part = z.object({
  category: z.string(),
  revenue: z.number().nullable(),
  cost: z.number().nullable(),
  discount: z.number().nullable(),
  revenue_before: z.number().nullable(),
  cost_before: z.number().nullable(),
  discount_before: z.number().nullable(),
});
type Part = z.infer<typeof Part>;
const marginParts: NamedQuery<Part> = { name: 'margin-parts', row: Part };

interface Facts {
  readonly now: number;
  readonly before: number;
  readonly worst: { readonly category: string; readonly points: number };
}

async function analyse(context: AnalysisContext): Promise<AnalysisResult<Facts>> {
  const result = await context.company.query(marginParts);
  const revenue = sum(result.rows.map((part) => part.revenue ?? 0));
  const revenueBefore = sum(result.rows.map((part) => part.revenue_before ?? 0));
  if (revenue <= 0 || revenueBefore <= 0)
    return notEnough(result, context.asOf, 'no sales with a unit cost in one of the periods');
  const now = 1 - sum(result.rows.map((part) => part.cost ?? 0)) / revenue;
  const before = 1 - sum(result.rows.map((part) => part.cost_before ?? 0)) / revenueBefore;
  const effects = result.rows.map((part) => ({ category: part.category, points: 100 * ownEffect(part, revenue) }));
  const worst = [...effects].sort((a, b) => a.points - b.points)[0];
  if (worst === undefined || now - before > -0.015) return [];
  const rates = sum(effects.map((effect) => effect.points));
  return [
    {
      kpiIds: ['gross_margin'],
      severity: severityBy(100 * (before - now), [1.5, 4, 8]),
      title: `Gross margin fell from ${(100 * before).toFixed(1)} to ${(100 * now).toFixed(1)} %, ${worst.category} alone by ${(-worst.points).toFixed(1)} points`,
      detail: `${rates.toFixed(1)} points come from margins within product groups, ${(100 * (now - before) - rates).toFixed(1)} from what was sold.`,
      evidence: [
        evidenceOf(result, context.asOf, {
          entities: effects
            .filter((effect) => effect.points < -0.2)
            .map((effect) => ({ type: 'category', id: effect.category })),
          measures: [
            { name: 'gross margin', value: 100 * now, unit: 'percent', baseline: 100 * before },
            { name: 'effect within product groups', value: rates, unit: 'points' },
            {
              name: 'discounts',
              value: sum(result.rows.map((part) => part.discount ?? 0)) / 7,
              unit: `${context.currency} per day`,
              baseline: sum(result.rows.map((part) => part.discount_before ?? 0)) / 28,
            },
          ],
          days: 35,
          comparison: 'the last 7 days against the 28 before, split into margin and mix',
        }),
      ],
      facts: { now, before, worst },
    },
  ];
}

/** What the change of a group's own margin does to the margin of all, at its present share of revenue. */
function ownEffect(part: Part, revenue: number): number {
  const own = part.revenue ?? 0;
  const ownBefore = part.revenue_before ?? 0;
  if (own <= 0 || ownBefore <= 0) return 0;
  return (own / revenue) * ((part.cost_before ?? 0) / ownBefore - (part.cost ?? 0) / own);
}

function explainGroup({ facts }: Found<Facts>): readonly Proposal[] {
  return [
    propose(
      'work.task',
      {
        title: `Explain the margin of ${facts.worst.category}`,
        instructions: `It lost ${(-facts.worst.points).toFixed(1)} points of company margin in a week. Compare list prices, promotions and supplier prices with the four weeks before.`,
        dueInDays: 2,
      },
      {
        target: `margin:${facts.worst.category}`,
        direction: 'set',
        title: `Explain the margin of ${facts.worst.category}`,
        description: 'Price, promotion or cost: only one of them is the company’s wish.',
        expected: [predict('gross_margin', -facts.worst.points * 0.3, 1, 'an unwanted cause is removed')],
        confidence: 35,
        cost: null,
        hoursUntilHarm: 24,
      }
    ),
  ];
}

export const marginBridgeAnalysis = capability<Facts>({
  id: 'margin-bridge',
  title: 'Where gross margin was lost',
  kpis: ['gross_margin'],
  analyse,
  playbooks: [{ id: 'explain-group', title: 'Have the weakest group explained', propose: explainGroup }],
});
