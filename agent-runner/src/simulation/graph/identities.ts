import { at } from '../../forecast/numeric/at.ts';

/** Days of a month in every per-month figure of the registry. */
export const monthDays = 30.436875;

/** Values of one draw and day, before and after the levers; NaN when a node is unknown. */
export type Reader = (node: string, which: 'base' | 'scenario') => number;

/** A node that is recomputed from its inputs, so that the identity holds in every draw. */
export interface Identity {
  readonly node: string;
  readonly inputs: readonly string[];
  readonly links: readonly string[];
  /** `own` is the value after the effects of all other links. */
  readonly value: (own: number, read: Reader, which: 'base' | 'scenario') => number;
}

/** Revenue is nothing but sessions × conversion × basket (i04–i06); conversion_rate is in percent. */
const revenue: Identity = {
  node: 'revenue',
  inputs: ['sessions', 'conversion_rate', 'average_order_value'],
  links: ['i04', 'i05', 'i06'],
  value: (_own, read, which) =>
    (read('sessions', which) * read('conversion_rate', which) * read('average_order_value', which)) / 100,
};

/** Goods cost the same per unit when prices move (e02): margin' = 1 − (1 − margin) ÷ (1 + d_price). */
const grossMargin: Identity = {
  node: 'gross_margin',
  inputs: ['price'],
  links: ['e02'],
  value(own, read, which) {
    const price = read('price', which);
    return which === 'base' || Number.isNaN(price) || price <= 0 || price === 1 ? own : 100 - (100 - own) / price;
  },
};

/** What is not abandoned is bought (e13), on one grain. */
const conversionRate: Identity = {
  node: 'conversion_rate',
  inputs: ['cart_abandonment'],
  links: ['e13'],
  value(own, read, which) {
    const before = read('cart_abandonment', 'base');
    const after = read('cart_abandonment', which);
    return which === 'base' || Number.isNaN(before) || before === after || before >= 100
      ? own
      : (own * (100 - after)) / (100 - before);
  },
};

/** Above 85 % full, handling slows like a queue (e19). */
const fulfillmentTime: Identity = {
  node: 'fulfillment_time',
  inputs: ['warehouse_capacity'],
  links: ['e19'],
  value(own, read, which) {
    const load = (when: 'base' | 'scenario'): number =>
      Math.min(0.99, Math.max(0.85, read('warehouse_capacity', when) / 100));
    return which === 'base' || Number.isNaN(load('base')) || load('base') === load('scenario')
      ? own
      : (own * (1 - load('base'))) / (1 - load('scenario'));
  },
};

/** Cash burned a month falls by the gross profit gained (i07, e52) and scales with the overrun of the budget (e50). */
const burnRate: Identity = {
  node: 'burn_rate',
  inputs: ['revenue', 'gross_margin', 'budget_variance'],
  links: ['i07', 'e52', 'e50'],
  value(own, read, which) {
    if (which === 'base') return own;
    const profit = (when: 'base' | 'scenario'): number => (read('revenue', when) * read('gross_margin', when)) / 100;
    const gained = profit('scenario') - profit('base');
    const overrun = (100 + read('budget_variance', 'scenario')) / (100 + read('budget_variance', 'base'));
    return (own - (Number.isNaN(gained) ? 0 : gained * monthDays)) * (Number.isNaN(overrun) ? 1 : overrun);
  },
};

/** Months of cash left (e51); a company that burns nothing has no runway to speak of and keeps the cap. */
const runway: Identity = {
  node: 'runway',
  inputs: ['burn_rate', 'cash'],
  links: ['e51'],
  value: (_own, read, which) => runwayMonths(read('cash', which), read('burn_rate', which)),
};

/** Longest runway that is shown; a cash-generating company stands at it. */
export const runwayCap = 120;

export function runwayMonths(cash: number, burnRate: number): number {
  if (burnRate <= 0) return runwayCap;
  return Math.min(runwayCap, Math.max(0, cash) / burnRate);
}

export const identities: ReadonlyMap<string, Identity> = new Map(
  [revenue, grossMargin, conversionRate, fulfillmentTime, burnRate, runway].map((identity) => [identity.node, identity])
);

/** Identities that are plain links with the factor 1: share of change, or change in native units. */
export const unitLinks: ReadonlyMap<string, { readonly form: 'elast' | 'lin'; readonly factor: number }> = new Map([
  ['i01', { form: 'elast', factor: 1 }],
  ['i02', { form: 'elast', factor: 1 }],
  ['i03', { form: 'lin', factor: 1 }],
  ['i08', { form: 'lin', factor: monthDays }],
  ['i12', { form: 'lin', factor: 1 }],
]);

/** Nodes whose baseline follows from others and needs no forecast of its own. */
export const derivedNodes: ReadonlySet<string> = new Set(['revenue', 'runway']);

/** Running cash balance from the burn of every day, one draw: Δcash = −burn. */
export function cashPath(
  cash: Float64Array,
  burn: Float64Array,
  frame: { days: number; draws: number; start: number }
): void {
  for (let draw = 0; draw < frame.draws; draw++) {
    let balance = frame.start;
    for (let day = 0; day < frame.days; day++) {
      balance -= at(burn, day * frame.draws + draw) / monthDays;
      cash[day * frame.draws + draw] = balance;
    }
  }
}
