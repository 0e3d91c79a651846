import type { TwinState } from '../state.ts';

export function usedVolume(state: TwinState): number {
  let volume = 0;
  for (const product of state.products) volume += product.onHand * product.volume;
  return volume;
}

export function capacity(state: TwinState, day: number): number {
  let total = state.warehouse.capacityM3;
  for (const extra of state.warehouse.overflow) if (extra.untilDay > day) total += extra.volumeM3;
  return total;
}
