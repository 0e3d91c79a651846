import type { Disturbance } from './disturbance.ts';

/** Everything the simulated company knows between two days: plain data, so that it can be stored, forked and compared. */
export interface TwinState {
  readonly seed: number;
  /** Size of the company; 1 = about 60 orders and 3,000 sessions a day. */
  readonly scale: number;
  /** The last day that was stepped. */
  day: number;
  /** Next id per table. */
  ids: Record<string, number>;
  products: ProductState[];
  suppliers: SupplierState[];
  customers: CustomerColumns;
  campaigns: CampaignState[];
  warehouse: WarehouseState;
  orderQueue: OpenOrder[];
  purchaseOrders: PurchaseOrderState[];
  support: SupportState;
  finance: FinanceState;
  market: MarketState;
  engineering: EngineeringState;
  people: PeopleState;
  features: FeatureState[];
  agenda: Record<string, AgendaItem[]>;
  disturbances: Disturbance[];
  /** Parcels that are shipped and not yet booked: the ledger takes them in over about a week. */
  parcelAccrual: number;
  /** The welcome voucher: how often it was used and how often it may be; null = without limit. */
  voucher: { uses: number; limit: number | null };
  /** Feature flags by key; `checkout-version` is `stable` or `candidate`. */
  flags: Record<string, string>;
}

export interface ProductState {
  id: number;
  category: number;
  supplierId: number;
  popularity: number;
  elasticity: number;
  basePrice: number;
  price: number;
  /** Share of the list price during a promotion, 1 outside. */
  promotion: number;
  unitCost: number;
  volume: number;
  onHand: number;
  reserved: number;
  /** Units a day, a moving average of what was sold while it was available. */
  forecast: number;
  reorderPoint: number | null;
  onOrder: number;
  lastMoveDay: number;
}

export interface SupplierState {
  id: number;
  leadDays: number;
  /** Sigma of the log of the lead time. */
  spread: number;
  orderWeekdays: number[];
}

/** One entry per customer; index + 1 = id. Columns, because a fork copies them thousands of times. */
export interface CustomerColumns {
  firstDay: number[];
  /** Draws of a customer hang on this; ids shift between two worlds. */
  key: number[];
  affinity: number[];
  /** 0.2–1.2: what late parcels, defects and slow answers did to the wish to come back. */
  mood: number[];
  /** Customers who visited today. */
  visitedOn: number[];
  /** Customers before this index are too old to come back. */
  oldest: number;
}

export interface CampaignState {
  id: number;
  channel: string;
  dailyBudget: number;
  paused: boolean;
  adstock: number;
  /** Sessions a day at endless spend, and the spend at which half of them come. */
  ceiling: number;
  halfSpend: number;
  carryOver: number;
  returningShare: number;
}

export interface ExtraCapacity {
  amount: number;
  untilDay: number;
}

export interface WarehouseState {
  capacityM3: number;
  overflow: { id: number; volumeM3: number; untilDay: number }[];
  ordersPerDay: number;
  extraStaff: ExtraCapacity[];
  carrierWeights: number[];
}

export interface OrderLine {
  id: number;
  product: number;
  quantity: number;
  price: number;
  discount: number;
}

export interface OpenOrder {
  id: number;
  /** Draws hang on this and not on the id, which shifts when another order comes or goes. */
  key: number;
  customer: number;
  /** Seconds since 1970. */
  paidAt: number;
  promisedAt: number;
  net: number;
  lines: OrderLine[];
  business: boolean;
}

export interface PurchaseOrderState {
  id: number;
  supplierId: number;
  orderedDay: number;
  dueDay: number;
  expedited: boolean;
  lines: { itemId: number; productId: number; quantity: number; unitPrice: number }[];
}

export interface SupportState {
  agents: number;
  extraAgents: ExtraCapacity[];
  queue: { id: number; key: number; createdAt: number; customer: number; order: number }[];
}

export interface FinanceState {
  cash: number;
  /** Monthly amount per "department/account". */
  monthly: Record<string, number>;
  /** What was budgeted for the current month, per "department/account". */
  budgeted: Record<string, number>;
}

export interface MarketState {
  /** Moving averages that customers react to. */
  rating: number;
  fulfilmentDays: number;
  responseMinutes: number;
  lastOrders: number;
  followers: number[];
}

export interface EngineeringState {
  highComplexity: number;
  duplicated: number;
  unused: number;
  massive: number;
  violations: number;
  linesFound: number;
  coverage: number;
}

export interface PeopleState {
  employees: { id: number; department: string; left: boolean }[];
  openRequisitions: { id: number; department: string; approvedDay: number; hireDay: number }[];
}

export interface FeatureState {
  id: number;
  approvedDay: number;
  releasedDay: number;
  appeal: number;
}

export interface DeliveredOrder {
  id: number;
  key: number;
  customer: number;
  fulfillmentId: number;
  lines: OrderLine[];
  lateDays: number;
}

export type AgendaItem =
  | { kind: 'cancel'; orderId: number }
  | { kind: 'deliver'; order: DeliveredOrder; at: number }
  | { kind: 'shipment-error'; fulfillmentId: number; customer: number; orderId: number; type: string; at: number }
  | {
      kind: 'return-received';
      orderId: number;
      returnId: number;
      refund: number;
      restock: { product: number; quantity: number }[];
      at: number;
    }
  | { kind: 'return-requested'; order: DeliveredOrder; line: OrderLine; lineKey: number; reason: string; at: number }
  | { kind: 'review'; orderId: number; product: number; rating: number; topic: string; at: number }
  | { kind: 'csat'; ticketId: number; orderId: number; score: number; at: number }
  | { kind: 'ticket-solved'; ticketId: number; reopens: boolean; at: number }
  | { kind: 'ticket-reopened'; ticketId: number; at: number }
  | { kind: 'invoice-paid'; invoiceId: number; orderId: number; amount: number; at: number }
  | { kind: 'invoice-disputed'; invoiceId: number; amount: number; credit: boolean; at: number }
  | { kind: 'supplier-paid'; amount: number }
  | { kind: 'email-opened'; sendId: number; clicked: boolean; at: number }
  | { kind: 'social-stats'; postId: number; account: number; rate: number; at: number }
  | { kind: 'vulnerability-fixed'; id: number; at: number };
