import { momentsOf, type Distribution } from '../draws/distribution.ts';
import type { CompanyHistory } from '../history/company-history.ts';
import { shrink, type CalibratedCoefficient } from './estimate.ts';
import { estimatePriceElasticity } from './price-elasticity.ts';
import { remembered } from './remembered.ts';

/** e01 of the catalog: Bijmolt, van Heerde and Pieters 2005 between brand-level means and a store-wide move. */
const priorElasticity: Distribution = { kind: 'triangular', low: -3.5, mode: -1.8, high: -0.8 };

const bounds = [-6, -0.05] as const;

/** Elasticities of categories of one shop differ; a third around the common one is usual in the meta-analysis. */
const spreadOfCategories = 0.35;

/** Own-price elasticity of each category: prior → whole shop → category, each step shrunk to the one before. */
export function categoryElasticities(
  history: CompanyHistory,
  categories: readonly string[]
): Map<string, CalibratedCoefficient> {
  const traffic = history.company.sessions;
  const shop = shrink({
    id: 'e01',
    label: 'own-price elasticity, whole shop',
    prior: priorElasticity,
    estimate: remembered(history, 'price', () => estimatePriceElasticity(history.products, traffic)),
    bounds,
  });
  const { mean, deviation } = momentsOf(shop.used);
  const common: Distribution = {
    kind: 'truncated',
    mean,
    deviation: Math.hypot(deviation, spreadOfCategories),
    low: bounds[0],
    high: bounds[1],
  };
  return new Map(
    categories.map((category) => {
      const own = history.products.filter((product) => product.category === category);
      const estimate = shop.estimate
        ? remembered(history, `price:${category}`, () => estimatePriceElasticity(own, traffic))
        : undefined;
      const label = `own-price elasticity, ${category}`;
      return [
        category,
        { ...shrink({ id: `e01:${category}`, label, prior: common, estimate, bounds }), prior: shop.prior },
      ];
    })
  );
}
