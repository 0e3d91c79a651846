import { isoOf, daySeconds } from '../calendar.ts';
import { keyFor, money, nextId, timeOf, write, type TwinDay } from '../day.ts';
import { startsOn } from '../disturbance.ts';
import { update } from '../facts.ts';
import { draw, keyOf } from '../random.ts';
import { salesEvent } from '../season.ts';
import { productOf } from '../day.ts';
import type { ProductState } from '../state.ts';

const promotionPeriod = 14;

/** What a buyer pays today for one unit, net. */
export function sellingPrice(product: ProductState): number {
  return money(product.price * product.promotion);
}

export function runPricing(today: TwinDay): void {
  importPrices(today);
  for (const product of today.state.products) {
    moveListPrice(today, product);
    const promotion = promotionOf(today, product);
    if (promotion === product.promotion) continue;
    const old = sellingPrice(product);
    product.promotion = promotion;
    writeChange(today, product, old, 'promotion', promotion === 1 ? null : today.day + promotionPeriod);
  }
}

export function setListPrice(today: TwinDay, product: ProductState, price: number, reason: string): void {
  const old = sellingPrice(product);
  product.price = money(price);
  update(today.facts, 'products', product.id, { list_price: product.price });
  writeChange(today, product, old, reason, null);
}

function importPrices(today: TwinDay): void {
  for (const bad of startsOn(today.state.disturbances, 'price-import', today.day)) {
    for (const id of bad.productIds) {
      const product = productOf(today.state, id);
      product.lastMoveDay = today.day + 180;
      setListPrice(today, product, product.price * bad.priceFactor, 'list');
    }
  }
}

/** The shop's own habit: every product tries another list price about every five months. */
function moveListPrice(today: TwinDay, product: ProductState): void {
  if (product.lastMoveDay > today.day) return;
  const key = keyFor(today, 'pricing', product.id);
  if (draw(key, 1) > 1 / 150) return;
  const price = Math.round(product.basePrice * (0.92 + 0.15 * draw(key, 2)) * 10) / 10;
  if (price === product.price) return;
  product.lastMoveDay = today.day + 30;
  setListPrice(today, product, price, draw(key, 3) < 0.5 ? 'competition' : 'test');
}

function promotionOf(today: TwinDay, product: ProductState): number {
  const event = salesEvent(today.calendar);
  if (event?.categories.includes(product.category) === true && product.id % 3 !== 0) return 1 - event.discount;
  const period = Math.floor(today.day / promotionPeriod);
  const key = keyOf(today.state.seed, 'pricing', 10_000 + product.category, period);
  const inside = today.day - period * promotionPeriod < 7;
  if (inside && draw(key, 1) < 0.25 && product.id % 2 === period % 2) return draw(key, 2) < 0.5 ? 0.9 : 0.85;
  return 1;
}

function writeChange(
  today: TwinDay,
  product: ProductState,
  old: number,
  reason: string,
  untilDay: number | null
): void {
  write(today, 'price_changes', {
    id: nextId(today.state, 'price_changes'),
    product_id: product.id,
    old_price: old,
    new_price: sellingPrice(product),
    reason,
    valid_from: timeOf(today, 0),
    valid_to: untilDay === null ? null : isoOf(untilDay * daySeconds),
  });
}
