import { categories, company } from '../company.ts';
import { draw, keyOf, lognormal, normal, pick } from '../random.ts';
import type { ProductState } from '../state.ts';

/** Categories 2s−2 and 2s−1 come from supplier s. */
function supplierOf(category: number): number {
  return Math.floor(category / 2) + 1;
}

export function initialProducts(seed: number, scale: number): ProductState[] {
  const shares = categories.map((category) => category.share);
  const products: ProductState[] = [];
  for (let id = 1; id <= company.productCount; id += 1) {
    const key = keyOf(seed, 'catalog', id, 0);
    const category = pick(shares, draw(key, 1));
    const record = categories[category] ?? categories[0];
    const basePrice = Math.max(8, Math.round(record.price * lognormal(key, 2, 0.42)) - 0.1);
    products.push({
      id,
      category,
      supplierId: supplierOf(category),
      popularity: Math.max(0.12, lognormal(key, 3, 0.85)),
      elasticity: Math.min(-0.9, record.elasticity + 0.25 * normal(key, 4)),
      basePrice,
      price: basePrice,
      promotion: 1,
      unitCost: Math.round(basePrice * (0.465 + 0.05 * normal(key, 5)) * 100) / 100,
      volume: Math.round(0.011 * lognormal(key, 6, 0.5) * 1e6) / 1e6,
      onHand: 0,
      reserved: 0,
      forecast: 0,
      reorderPoint: null,
      onOrder: 0,
      lastMoveDay: 0,
    });
  }
  return stocked(products, scale);
}

/** Starts with about the stock that the reorder policy keeps. */
function stocked(products: ProductState[], scale: number): ProductState[] {
  let total = 0;
  for (const product of products) total += product.popularity * (categories[product.category]?.share ?? 0);
  for (const product of products) {
    const share = (product.popularity * (categories[product.category]?.share ?? 0)) / total;
    product.forecast = Math.max(0.02, share * 125 * scale);
    product.onHand = Math.ceil(product.forecast * 50) + 3;
  }
  return products;
}

const nouns = [
  ['Pan', 'Pot', 'Knife set', 'Kettle', 'Grater'],
  ['Duvet', 'Pillow', 'Sheet', 'Blanket', 'Mattress pad'],
  ['Lamp', 'Lantern', 'Ceiling light', 'Light chain', 'Spot'],
  ['Planter', 'Hose', 'Bench', 'Fire bowl', 'Watering can'],
  ['Towel', 'Mat', 'Mirror', 'Soap dish', 'Shower caddy'],
  ['Box', 'Shelf', 'Basket', 'Hook rail', 'Drawer unit'],
  ['Vase', 'Frame', 'Candle', 'Wreath', 'Clock'],
  ['Plate', 'Bowl', 'Mug', 'Carafe', 'Cutlery set'],
  ['Cushion', 'Curtain', 'Rug', 'Throw', 'Table runner'],
  ['Desk mat', 'Chair cushion', 'Organiser', 'Monitor stand', 'File box'],
] as const;
const lines = [
  'Alma',
  'Birk',
  'Cado',
  'Dune',
  'Elva',
  'Fjord',
  'Gala',
  'Hain',
  'Isar',
  'Juno',
  'Kiel',
  'Luma',
  'Moos',
  'Nova',
  'Oslo',
] as const;

export function productTitle(product: ProductState): string {
  const noun = nouns[product.category]?.[product.id % 5] ?? 'Item';
  return `${noun} ${lines[product.id % lines.length] ?? ''} ${String(100 + product.id)}`;
}
