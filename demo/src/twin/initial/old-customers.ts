import { daySeconds, isoOf } from '../calendar.ts';
import { countries, countryShares } from '../company.ts';
import { insert, type Facts } from '../facts.ts';
import { draw, keyOf, pick } from '../random.ts';
import type { TwinState } from '../state.ts';

/** Customers of the time before the recorded history: they come back, so their rows must exist. */
export function writeOldCustomers(state: TwinState, facts: Facts): void {
  const { firstDay, key } = state.customers;
  for (const [index, day] of firstDay.entries()) {
    const since = isoOf(day * daySeconds + 43_200);
    const country = pick(countryShares, draw(keyOf(state.seed, 'customer', key[index] ?? 0, 0), 2));
    insert(facts, 'customers', {
      id: index + 1,
      email: `customer-${String(index + 1)}@example.invalid`,
      country_code: countries[country] ?? 'DE',
      acquisition_channel: 'direct',
      first_order_at: since,
      created_at: since,
    });
  }
}
