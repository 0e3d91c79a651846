import { olistRows, olistTime, type OlistRow } from './olist-files.ts';

const dayMs = 86_400_000;

export interface OlistFigures {
  readonly averageOrderValue: number;
  readonly fulfillmentMedianHours: number;
  readonly csat: number;
  readonly catalogCoverage: number;
  readonly onTimePercent: number;
  readonly canceledOrders: number;
}

function mean(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return mean([sorted[Math.floor(middle)] ?? Number.NaN, sorted[Math.ceil(middle)] ?? Number.NaN]);
}

function isCanceled({ order_status: status }: OlistRow): boolean {
  return status === 'canceled' || status === 'unavailable';
}

/** Figures of the sample at one instant, computed from the files alone. */
export function olistFigures(folder: string, asOf: Date): OlistFigures {
  const now = asOf.getTime();
  const orders = olistRows(folder, 'olist_orders_dataset.csv');
  const items = olistRows(folder, 'olist_order_items_dataset.csv');
  const products = olistRows(folder, 'olist_products_dataset.csv');
  const reviews = olistRows(folder, 'olist_order_reviews_dataset.csv');
  const within = (at: number | undefined, days: number): at is number =>
    at !== undefined && at > now - days * dayMs && at <= now;

  const valueOf = new Map<string, number>();
  for (const { order_id: order = '', price } of items) valueOf.set(order, (valueOf.get(order) ?? 0) + Number(price));
  const kept = orders.filter((order) => !isCanceled(order));
  const boughtWithin = (days: number): readonly OlistRow[] =>
    kept.filter((order) => within(olistTime(order['order_purchase_timestamp']), days));

  const soldOrders = new Set(boughtWithin(90).map(({ order_id: id }) => id));
  const soldProducts = new Set(items.filter(({ order_id: id }) => soldOrders.has(id)).map(({ product_id: id }) => id));
  const delivered = orders.filter(
    (order) => order['order_status'] === 'delivered' && order['order_delivered_customer_date'] !== ''
  );
  return {
    averageOrderValue: mean(boughtWithin(28).map(({ order_id: id = '' }) => valueOf.get(id) ?? 0)),
    fulfillmentMedianHours: median(
      orders.flatMap((order) => {
        const shipped = olistTime(order['order_delivered_carrier_date']);
        if (!within(shipped, 7)) return [];
        const approved = olistTime(order['order_approved_at']);
        const bought = olistTime(order['order_purchase_timestamp']) ?? Number.NaN;
        return [(shipped - (approved !== undefined && approved <= shipped ? approved : bought)) / 3_600_000];
      })
    ),
    csat: mean(
      reviews
        .filter((review) => within(olistTime(review['review_answer_timestamp']), 28))
        .map(({ review_score: score }) => Number(score))
    ),
    catalogCoverage: (100 * soldProducts.size) / products.length,
    onTimePercent:
      100 *
      mean(
        delivered.map((order) =>
          Number(
            (olistTime(order['order_delivered_customer_date']) ?? Number.NaN) <=
              (olistTime(order['order_estimated_delivery_date']) ?? Number.NaN)
          )
        )
      ),
    canceledOrders: orders.length - kept.length,
  };
}
