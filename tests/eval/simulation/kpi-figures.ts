import type { KpiId } from '@ai-cos/catalog';
import type { DayFigures } from '@ai-cos/demo';

const monthDays = 30.436875;

function ratio(top: number, bottom: number): number {
  return bottom > 0 ? top / bottom : Number.NaN;
}

/** Daily flows of the KPIs that the figures of a day carry, native units; NaN = undefined on that day. */
export const kpiFigures: Partial<Record<KpiId, (day: DayFigures) => number>> = {
  conversion_rate: (day) => 100 * ratio(day.orders, day.sessions),
  average_order_value: (day) => ratio(day.revenue, day.orders),
  gross_margin: (day) => 100 * ratio(day.revenue - day.refunds - day.costOfGoods, day.revenue - day.refunds),
  cart_abandonment: (day) => 100 * ratio(day.carts - day.orders, day.carts),
  cac: (day) => ratio(day.marketingCost, day.newCustomers),
  roi_campaigns: (day) =>
    100 * ratio(day.attributedRevenue * ratio(day.revenue - day.costOfGoods, day.revenue) - day.adSpend, day.adSpend),
  stock_rupture: (day) => 100 * day.stockRuptureShare,
  warehouse_capacity: (day) => 100 * day.warehouseUsedShare,
  inventory_turnover: (day) => 365 * ratio(day.costOfGoods, day.inventoryValue),
  fulfillment_time: (day) => day.fulfilmentMedianHours ?? Number.NaN,
  response_time: (day) => day.responseMedianMinutes ?? Number.NaN,
  csat: (day) => ratio(day.ratingSum, day.ratings),
  frontend_p95_ms: (day) => day.pageLoadP95Ms,
  backend_p95_ms: (day) => day.apiP95Ms,
  burn_rate: (day) => monthDays * (day.operatingCost + day.refunds - (day.revenue - day.costOfGoods)),
};
