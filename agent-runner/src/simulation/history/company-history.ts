import type { KpiId } from '@ai-cos/catalog';

/** Daily series, oldest first, one entry per day of the history; NaN where nothing was measured. */
export type DailySeries = Float64Array;

/** What was sold of one product, day by day. */
export interface ProductHistory {
  readonly id: number;
  readonly category: string;
  readonly unitCost: number;
  /** List price that was asked on the day, discounts for promotions included. */
  readonly price: DailySeries;
  readonly units: DailySeries;
  /** 1 on days of a promotion, else 0. */
  readonly promoted: DailySeries;
  /** 1 when there was something to sell at the end of the day, else 0. */
  readonly available: DailySeries;
}

export interface CampaignHistory {
  readonly id: number;
  readonly name: string;
  readonly channel: string;
  readonly spend: DailySeries;
  readonly clicks: DailySeries;
  readonly conversions: DailySeries;
  /** Orders of the campaign that were a customer's first. */
  readonly newConversions: DailySeries;
  readonly revenue: DailySeries;
}

/** Stock of one product at the end of the history and how it is replenished. */
export interface StockPosition {
  readonly productId: number;
  readonly onHand: number;
  readonly incoming: readonly { readonly quantity: number; readonly daysUntil: number }[];
  readonly reorderPoint: number;
  /** Days from order to arrival as they really were, and their standard deviation. */
  readonly leadTimeDays: number;
  readonly leadTimeSpread: number;
  readonly unitCost: number;
  /** Median quantity of the last orders at the supplier. */
  readonly typicalOrder: number;
}

/** Totals of the company per day. */
export interface CompanyDays {
  readonly sessions: DailySeries;
  readonly orders: DailySeries;
  readonly units: DailySeries;
  readonly revenue: DailySeries;
  readonly costOfGoods: DailySeries;
  readonly newCustomers: DailySeries;
  readonly marketingCost: DailySeries;
  readonly stockOutShare: DailySeries;
  readonly fulfillmentHours: DailySeries;
  readonly responseMinutes: DailySeries;
  readonly satisfaction: DailySeries;
  readonly ticketsOpened: DailySeries;
  /** Tickets without a first answer at the end of the day. */
  readonly ticketsWaiting: DailySeries;
  readonly operatingCost: DailySeries;
}

/** Everything the engine may know: the past, and nothing of how the company works inside. */
export interface CompanyHistory {
  /** Day number (days since 1970-01-01, UTC) of the first entry of every series. */
  readonly firstDay: number;
  readonly days: number;
  readonly company: CompanyDays;
  /** Daily values of KPIs in native units, from the exporters. */
  readonly kpis: ReadonlyMap<KpiId, DailySeries>;
  readonly products: readonly ProductHistory[];
  readonly campaigns: readonly CampaignHistory[];
  readonly stock: readonly StockPosition[];
  /** Value of all stock at cost at the end of the history. */
  readonly stockValue: number;
  readonly supportAgents: number;
  readonly cash: number | undefined;
}

/** Where the engine gets its history from: exporters and a read-only connection, or a set of rows in memory. */
export interface HistorySource {
  load(): Promise<CompanyHistory>;
}
