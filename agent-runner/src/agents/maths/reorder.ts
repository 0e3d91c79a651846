/** z of a 97.5 % service level, the usual target for products that must not run out. */
const serviceZ = 1.96;

export interface SupplyOption {
  readonly supplierId: number;
  readonly supplier: string;
  readonly unitPrice: number;
  readonly minQuantity: number;
  readonly packSize: number;
  /** Days the supplier states. */
  readonly leadDays: number;
  /** Mean days its receipts of the last year really took, null without receipts. */
  readonly actualDays: number | null;
  readonly lateShare: number | null;
  /** How long its most overdue order has been waiting. */
  readonly overdueDays: number;
}

export interface Need {
  readonly demand: number;
  readonly deviation: number;
  readonly available: number;
  readonly incoming: number;
  readonly unitMargin: number;
}

export interface Choice {
  readonly option: SupplyOption;
  readonly expectedDays: number;
  readonly quantity: number;
  /** Margin lost until the goods arrive plus what they cost above the cheapest offer. */
  readonly totalCost: number;
}

/** Days until goods are really there: stated and past lead time, an order that is overdue today makes it worse. */
export function expectedLeadDays(option: SupplyOption): number {
  const usual = Math.max(option.leadDays, option.actualDays ?? option.leadDays);
  return usual + Math.max(0, option.overdueDays);
}

/** Units missing to last lead time plus `coverDays` at 97.5 % service; 0 or less when what is there and coming suffices. */
export function wantedUnits(need: Need, option: SupplyOption, coverDays: number): number {
  const horizon = expectedLeadDays(option) + coverDays;
  return need.demand * horizon + serviceZ * need.deviation * Math.sqrt(horizon) - need.available - need.incoming;
}

/** Units to order so that stock lasts lead time plus `coverDays` at 97.5 % service, in whole packs and at least the minimum. */
export function reorderQuantity(need: Need, option: SupplyOption, coverDays: number): number {
  const horizon = expectedLeadDays(option) + coverDays;
  const wanted =
    need.demand * horizon + serviceZ * need.deviation * Math.sqrt(horizon) - need.available - need.incoming;
  const units = Math.max(wanted, option.minQuantity);
  const pack = Math.max(1, option.packSize);
  return Math.ceil(units / pack) * pack;
}

/** The supplier with the smallest sum of extra price and margin lost while waiting; null when nobody sells the product. */
export function chooseSupplier(need: Need, options: readonly SupplyOption[], coverDays: number): Choice | null {
  let best: Choice | null = null;
  const cheapest = Math.min(...options.map((option) => option.unitPrice));
  for (const option of options) {
    const expectedDays = expectedLeadDays(option);
    const quantity = reorderQuantity(need, option, coverDays);
    const dryDays = Math.max(0, expectedDays - (need.demand > 0 ? need.available / need.demand : expectedDays));
    const lost = dryDays * need.demand * Math.max(0, need.unitMargin);
    const totalCost = lost + quantity * (option.unitPrice - cheapest);
    if (best === null || totalCost < best.totalCost) best = { option, expectedDays, quantity, totalCost };
  }
  return best;
}
