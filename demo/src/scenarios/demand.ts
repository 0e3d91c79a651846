import { z } from 'zod';
import { categories } from '../twin/company.ts';
import { defineScenario } from './scenario.ts';
import { bestSellers, choose } from './victims.ts';

const days = z.coerce.number().int().min(2).max(60);

export const adCostSpike = defineScenario({
  name: 'ad-cost-spike',
  title: 'Automatic bidding of a campaign runs away: many times the money, hardly more clicks',
  rootKpis: ['cac', 'roi_campaigns', 'budget_variance'],
  symptoms: ['burn_rate', 'runway'],
  cures: ['ads.campaign-pause', 'ads.campaign-budget', 'ads.budget-shift'],
  expected: { detectionDays: 5, recoveryDays: 30 },
  parameters: z.object({
    campaign: z.coerce.number().int().min(1).max(6).optional(),
    spendFactor: z.coerce.number().min(1.5).max(60).default(26),
    clickShare: z.coerce.number().min(0).max(1).default(0.04),
    days: days.default(25),
  }),
  disturb(scene, { campaign, spendFactor, clickShare, days: length }) {
    const campaignId = campaign ?? choose(scene, 2, [2, 3] as const);
    return [
      { kind: 'bid-runaway', fromDay: scene.day, untilDay: scene.day + length, campaignId, spendFactor, clickShare },
    ];
  },
});

export const demandSurge = defineScenario({
  name: 'demand-surge',
  title: 'A category becomes fashionable overnight and empties its shelves',
  rootKpis: ['stock_rupture'],
  symptoms: ['conversion_rate', 'fulfillment_time'],
  cures: ['erp.purchase-order', 'erp.reorder-points'],
  expected: { detectionDays: 12, recoveryDays: 8 },
  parameters: z.object({
    category: z.coerce
      .number()
      .int()
      .min(0)
      .max(categories.length - 1)
      .optional(),
    factor: z.coerce.number().min(1.2).max(60).default(22),
    days: days.default(21),
  }),
  disturb(scene, { category, factor, days: length }) {
    const chosen = category ?? choose(scene, 3, [0, 1, 6] as const);
    const productIds = bestSellers(scene.state, 120, (product) => product.category === chosen);
    return [{ kind: 'demand-surge', fromDay: scene.day, untilDay: scene.day + length, productIds, factor }];
  },
});

export const organicLoss = defineScenario({
  name: 'organic-loss',
  title: 'A search engine update takes most of the organic visitors away',
  rootKpis: ['cac'],
  symptoms: ['ltv', 'catalog_coverage'],
  cures: ['ads.campaign-budget'],
  expected: { detectionDays: 20, recoveryDays: 30 },
  parameters: z.object({ factor: z.coerce.number().min(0).max(0.95).default(0.1), days: days.default(45) }),
  disturb: (scene, { factor, days: length }) => [
    { kind: 'channel-loss', fromDay: scene.day, untilDay: scene.day + length, channel: 'organic', factor },
  ],
});

export const badPriceImport = defineScenario({
  name: 'bad-price-import',
  title: 'A price import with a decimal error sells best-sellers far below cost',
  rootKpis: ['average_order_value', 'gross_margin'],
  symptoms: ['roi_campaigns', 'stock_rupture', 'ltv', 'fulfillment_time'],
  cures: ['price-list.change', 'price-list.restore'],
  expected: { detectionDays: 5, recoveryDays: 28 },
  parameters: z.object({
    products: z.coerce.number().int().min(1).max(400).default(90),
    priceFactor: z.coerce.number().min(0.01).max(5).default(0.2),
  }),
  disturb(scene, { products, priceFactor }) {
    const productIds = bestSellers(scene.state, products, () => true);
    return [{ kind: 'price-import', fromDay: scene.day, untilDay: scene.day + 1, productIds, priceFactor }];
  },
});

export const overpricedImport = defineScenario({
  name: 'overpriced-import',
  title: 'A price import adds tax twice and makes a supplier group too dear',
  rootKpis: ['conversion_rate'],
  symptoms: ['cac', 'roi_campaigns', 'cart_abandonment'],
  cures: ['price-list.change', 'price-list.restore'],
  expected: { detectionDays: 20, recoveryDays: 28 },
  parameters: z.object({
    products: z.coerce.number().int().min(1).max(400).default(300),
    priceFactor: z.coerce.number().min(1.05).max(5).default(1.9),
  }),
  disturb(scene, { products, priceFactor }) {
    const productIds = bestSellers(scene.state, products, () => true);
    return [{ kind: 'price-import', fromDay: scene.day, untilDay: scene.day + 1, productIds, priceFactor }];
  },
});
