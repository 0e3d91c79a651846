import { z } from 'zod';
import { capability } from '../capability.ts';
import type { NamedQuery } from '../company/named-query.ts';
import { evidenceOf, notEnough } from '../evidence.ts';
import { predict, propose } from '../propose.ts';
import { severityBy } from '../severity.ts';
import type { AnalysisContext, AnalysisResult, Found, Proposal } from '../types.ts';

const Row = z.object({
  supplier_id: z.number(),
  supplier: z.string(),
  products: z.number(),
  bought: z.number().nullable(),
  at_old_prices: z.number().nullable(),
  comparable: z.number().nullable(),
});
type Row = z.infer<typeof Row>;
const supplierPrices: NamedQuery<Row> = { name: 'supplier-prices', row: Row };

interface Facts {
  readonly dearer: Row;
  readonly rise: number;
}

async function analyse(context: AnalysisContext): Promise<AnalysisResult<Facts>> {
  const result = await context.company.query(supplierPrices);
  const known = result.rows.filter((row) => row.products >= 3 && (row.at_old_prices ?? 0) > 0);
  if (known.length === 0)
    return notEnough(result, context.asOf, 'no supplier with three products bought in both quarters');
  const dearer = [...known].sort((a, b) => extra(b) - extra(a))[0];
  if (dearer === undefined || rise(dearer) < 0.03) return [];
  return [
    {
      kpiIds: ['gross_margin'],
      severity: severityBy(rise(dearer), [0.03, 0.08, 0.2]),
      title: `${dearer.supplier} became ${(100 * rise(dearer)).toFixed(1)} % dearer`,
      detail: `${extra(dearer).toFixed(0)} ${context.currency} more in a quarter on ${dearer.products.toFixed(0)} products bought before and after.`,
      evidence: [
        evidenceOf(result, context.asOf, {
          entities: [{ type: 'supplier', id: String(dearer.supplier_id), label: dearer.supplier }],
          measures: known.slice(0, 8).map((row) => ({
            name: `paid to ${row.supplier}`,
            value: row.comparable ?? 0,
            unit: context.currency,
            baseline: row.at_old_prices ?? 0,
          })),
          days: 180,
          comparison: 'same products at the prices of the quarter before',
        }),
      ],
      facts: { dearer, rise: rise(dearer) },
    },
  ];
}

function extra(row: Row): number {
  return (row.comparable ?? 0) - (row.at_old_prices ?? 0);
}

function rise(row: Row): number {
  return extra(row) / Math.max(1, row.at_old_prices ?? 1);
}

function renegotiate({ facts }: Found<Facts>): readonly Proposal[] {
  const { dearer } = facts;
  return [
    propose(
      'finance.renegotiate',
      {
        title: `Talk to ${dearer.supplier} about prices`,
        counterparty: dearer.supplier,
        yearlyAmount: Math.round((dearer.bought ?? 0) * 4),
        goal: `Half of the rise of ${(100 * facts.rise).toFixed(1)} % back, or a longer term of payment.`,
      },
      {
        target: `supplier-price:${String(dearer.supplier_id)}`,
        direction: 'down',
        title: `Renegotiate prices with ${dearer.supplier}`,
        description: `${extra(dearer).toFixed(0)} more in a quarter for the same products.`,
        expected: [predict('gross_margin', 100 * facts.rise * 0.1, 0.9, 'half of the rise on its share of purchases')],
        confidence: 35,
        cost: null,
        hoursUntilHarm: 336,
      }
    ),
  ];
}

export const supplierPricesAnalysis = capability<Facts>({
  id: 'supplier-prices',
  title: 'Which supplier became dearer',
  kpis: ['gross_margin'],
  analyse,
  playbooks: [{ id: 'renegotiate-prices', title: 'Renegotiate prices', propose: renegotiate }],
});
