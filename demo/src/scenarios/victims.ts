import { draw, keyOf } from '../twin/random.ts';
import type { TwinState } from '../twin/state.ts';
import type { Scene } from './scenario.ts';

/** One of several, by seed. */
export function choose<T>(scene: Scene, slot: number, options: readonly [T, ...T[]]): T {
  const u = draw(keyOf(scene.seed, 'market', 9_000, slot), 1);
  return options[Math.floor(u * options.length)] ?? options[0];
}

export function bestSellers(
  state: TwinState,
  count: number,
  belongs: (product: TwinState['products'][number]) => boolean
): number[] {
  return [...state.products]
    .filter(belongs)
    .sort((a, b) => b.forecast - a.forecast || a.id - b.id)
    .slice(0, count)
    .map((product) => product.id);
}
