import { usedVolume } from './mechanisms/warehouse-space.ts';
import type { TwinState } from './state.ts';
import { advance } from './step.ts';

/** Share of the warehouse that a year of the warm-up fills; the years after it need some more, and end up in the middle of the band. */
const usualFill = 0.665;
const measuredDays = 365;

/**
 * Lives up to and including `lastDay` and throws the facts away, so that stock, customers and queues are those of an old
 * company; then builds the warehouse for the stock that this company turned out to need.
 */
export function warmUp(state: TwinState, lastDay: number): void {
  let volume = 0;
  let days = 0;
  while (state.day < lastDay) {
    advance(state, state.day + 1, { detail: 'none' });
    if (lastDay - state.day >= measuredDays) continue;
    volume += usedVolume(state);
    days += 1;
  }
  if (days > 0) state.warehouse.capacityM3 = Math.round((volume / days / usualFill) * 100) / 100;
}
