import { at } from '../../forecast/numeric/at.ts';
import { sobolColumn } from '../draws/sobol.ts';

/** Points in the unit cube of the levers: its corners' axes first (one lever alone), then an even filling. */
export function searchPoints(dimensions: number, count: number, seed: number): number[][] {
  const points: number[][] = [];
  const columns = Array.from({ length: dimensions }, (_, dimension) => sobolColumn({ seed, count }, dimension));
  for (let index = 0; index < count; index++) points.push(columns.map((column) => at(column, index)));
  return points;
}

/** Points around a good one, closer with every round. */
export function nearbyPoints(centre: readonly number[], radius: number): number[][] {
  return centre.flatMap((_, dimension) =>
    [-radius, radius].map((move) =>
      centre.map((value, other) => (other === dimension ? Math.min(1, Math.max(0, value + move)) : value))
    )
  );
}
