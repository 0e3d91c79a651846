/** Daily key series of the company, for comparing two worlds and for fast evaluations without a database. */
export interface DayFigures {
  day: number;
  sessions: number;
  carts: number;
  orders: number;
  units: number;
  newCustomers: number;
  /** Net merchandise value after discounts. */
  revenue: number;
  /** Vouchers of first orders: part of what a new customer costs. */
  newCustomerDiscounts: number;
  costOfGoods: number;
  refunds: number;
  adSpend: number;
  attributedRevenue: number;
  /** Media, agency, tools, salaries and new-customer discounts. */
  marketingCost: number;
  /** Share of products with nothing left to sell at the end of the day. */
  stockRuptureShare: number;
  warehouseUsedShare: number;
  inventoryValue: number;
  shipped: number;
  fulfilmentMedianHours: number | null;
  openOrders: number;
  ticketsOpened: number;
  ticketsWaiting: number;
  responseMedianMinutes: number | null;
  ratingSum: number;
  ratings: number;
  pageLoadP95Ms: number;
  apiP95Ms: number;
  operatingCost: number;
  cash: number;
}

export function emptyFigures(day: number): DayFigures {
  return {
    day,
    sessions: 0,
    carts: 0,
    orders: 0,
    units: 0,
    newCustomers: 0,
    revenue: 0,
    newCustomerDiscounts: 0,
    costOfGoods: 0,
    refunds: 0,
    adSpend: 0,
    attributedRevenue: 0,
    marketingCost: 0,
    stockRuptureShare: 0,
    warehouseUsedShare: 0,
    inventoryValue: 0,
    shipped: 0,
    fulfilmentMedianHours: null,
    openOrders: 0,
    ticketsOpened: 0,
    ticketsWaiting: 0,
    responseMedianMinutes: null,
    ratingSum: 0,
    ratings: 0,
    pageLoadP95Ms: 0,
    apiP95Ms: 0,
    operatingCost: 0,
    cash: 0,
  };
}

export function medianOf(values: number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const low = sorted[Math.floor(middle)] ?? 0;
  const high = sorted[Math.ceil(middle)] ?? 0;
  return (low + high) / 2;
}
