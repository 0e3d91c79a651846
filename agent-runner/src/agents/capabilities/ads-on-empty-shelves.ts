import { z } from 'zod';
import { capability } from '../capability.ts';
import type { NamedQuery } from '../company/named-query.ts';
import { counted } from '../counted.ts';
import { evidenceOf, notEnough } from '../evidence.ts';
import { sum } from '../maths/sum.ts';
import { predict, propose } from '../propose.ts';
import { severityBy } from '../severity.ts';
import type { AnalysisContext, AnalysisResult, Found, Proposal } from '../types.ts';
import { atRisk, productEntity, stockPositions, type StockPosition } from './stock-positions.ts';

const Row = z.object({
  campaign_id: z.number(),
  name: z.string(),
  channel: z.string(),
  views: z.number(),
  empty_views: z.number(),
  product_views: z.number(),
  daily_spend: z.number(),
});
const campaignShelf: NamedQuery<z.infer<typeof Row>> = { name: 'campaign-shelf', row: Row };

interface Waste {
  readonly campaignId: number;
  readonly name: string;
  readonly dailySpend: number;
  /** Share of its product views that led to an empty or emptying shelf. */
  readonly share: number;
}
interface Facts {
  readonly campaigns: readonly Waste[];
  readonly risky: readonly StockPosition[];
}

/** Below this share the budget stays: excluding the products is enough. */
const budgetShare = 0.15;

async function analyse(context: AnalysisContext): Promise<AnalysisResult<Facts>> {
  const { result: stock, positions } = await stockPositions(context);
  if (positions.length === 0) return notEnough(stock, context.asOf, 'no stock level of the last three days');
  const risky = atRisk(positions).slice(0, 100);
  if (risky.length === 0) return [];
  const result = await context.company.query(campaignShelf, [risky.map((position) => position.productId)]);
  if (result.rows.length === 0) return notEnough(result, context.asOf, 'no campaign spent money in the last 7 days');
  const campaigns = result.rows.map(wasteOf).filter((waste) => waste.share > 0 || risky.some((p) => p.supplied));
  campaigns.sort((a, b) => b.share * b.dailySpend - a.share * a.dailySpend || a.campaignId - b.campaignId);
  if (campaigns.length === 0) return [];
  const wasted = sum(campaigns.map((waste) => waste.share * waste.dailySpend));
  const spend = sum(result.rows.map((row) => row.daily_spend));
  return [
    {
      kpiIds: ['roi_campaigns', 'stock_rupture', 'cac'],
      severity: severityBy(wasted / spend, [0.03, 0.12, 0.25]),
      title: `${wasted.toFixed(0)} ${context.currency} a day of ads lead to products that are out or run out`,
      detail: `Most in ${campaigns[0]?.name ?? ''}: ${(100 * (campaigns[0]?.share ?? 0)).toFixed(1)} % of its product views.`,
      evidence: [
        evidenceOf(result, context.asOf, {
          entities: [
            ...campaigns.map((waste) => ({ type: 'campaign', id: String(waste.campaignId), label: waste.name })),
            ...risky.slice(0, 10).map(productEntity),
          ],
          measures: [
            { name: 'spend on empty shelves', value: wasted, unit: `${context.currency} per day`, baseline: spend },
            { name: 'products concerned', value: risky.length, unit: 'products' },
          ],
          days: 7,
          comparison:
            'product views of paid visits that met an empty or emptying shelf, against all their product views',
          supplied: risky.some((position) => position.supplied),
        }),
      ],
      facts: { campaigns, risky },
    },
  ];
}

function wasteOf(row: z.infer<typeof Row>): Waste {
  const share = row.views > 0 ? Math.max(row.empty_views, row.product_views) / row.views : 0;
  return { campaignId: row.campaign_id, name: row.name, dailySpend: row.daily_spend, share: Math.min(1, share) };
}

/** Paid visits go to what can be bought; the campaigns themselves go on. */
function excludeProducts({ facts }: Found<Facts>): readonly Proposal[] {
  const campaigns = facts.campaigns.slice(0, 5);
  const productIds = facts.risky.map((position) => position.productId);
  const wasted = sum(campaigns.map((waste) => waste.share * waste.dailySpend));
  return [
    propose(
      'ads.exclude-products',
      {
        title: `Take ${counted(productIds.length, 'product')} out of the ads`,
        campaignIds: campaigns.map((waste) => waste.campaignId),
        productIds,
      },
      {
        target: 'ads-products',
        direction: 'down',
        title: `Take ${counted(productIds.length, 'product')} out of ${counted(campaigns.length, 'campaign')}`,
        description: `${wasted.toFixed(0)} a day go to shelves that are empty or run empty.`,
        expected: [
          predict(
            'roi_campaigns',
            roiGain(facts.campaigns),
            0.6,
            'spend without a chance of a sale moves to products with stock'
          ),
        ],
        confidence: 60,
        cost: null,
        hoursUntilHarm: 6,
      }
    ),
  ];
}

/** Where a large part of a campaign leads nowhere, its budget follows what can be sold. */
function lowerBudget({ facts }: Found<Facts>, context: AnalysisContext): readonly Proposal[] {
  return facts.campaigns
    .filter((waste) => waste.share >= budgetShare)
    .slice(0, 2)
    .map((waste) => {
      const dailyBudgetAmount = Math.round(waste.dailySpend * (1 - Math.min(0.6, waste.share)));
      return propose(
        'ads.campaign-budget',
        { campaignId: waste.campaignId, dailyBudgetAmount },
        {
          target: `campaign:${String(waste.campaignId)}`,
          direction: 'down',
          title: `Lower ${waste.name} to ${String(dailyBudgetAmount)} ${context.currency} a day until the products are back`,
          description: `${(100 * waste.share).toFixed(0)} % of its product views meet an empty or emptying shelf.`,
          expected: [predict('roi_campaigns', roiGain([waste]), 0.7, 'spend without a chance of a sale stops')],
          confidence: 55,
          cost: null,
          hoursUntilHarm: 6,
        }
      );
    });
}

/** ROI points won when the wasted share stops: (1 + roi) grows by share ÷ (1 − share), here on a ROI of about 60 %. */
function roiGain(campaigns: readonly Waste[]): number {
  const spend = sum(campaigns.map((waste) => waste.dailySpend));
  const share = spend > 0 ? sum(campaigns.map((waste) => waste.share * waste.dailySpend)) / spend : 0;
  return (160 * Math.min(0.6, share)) / (1 - Math.min(0.6, share));
}

export const adsOnEmptyShelvesAnalysis = capability<Facts>({
  id: 'ads-on-empty-shelves',
  title: 'Which ads lead to products that cannot be bought',
  kpis: ['roi_campaigns', 'stock_rupture'],
  analyse,
  playbooks: [
    { id: 'exclude-products', title: 'Take products out of the ads', propose: excludeProducts },
    { id: 'lower-budget', title: 'Lower the budget while products are missing', propose: lowerBudget },
  ],
});
