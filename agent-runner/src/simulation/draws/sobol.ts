import { joeKuoDirections } from './sobol-directions.ts';
import { mix32, streamSeed, uniformAt } from './seed.ts';

const bits = 32;

/** Dimensions with direction numbers; further ones fall back to pseudo-random points. */
export const sobolDimensions = joeKuoDirections.length + 1;

function directionNumbers(dimension: number): Uint32Array {
  const directions = new Uint32Array(bits);
  const [degree = 0, polynomial = 0, ...initial] = (joeKuoDirections[dimension - 1] ?? '').split(' ').map(Number);
  for (let bit = 0; bit < bits; bit++) {
    if (dimension === 0) directions[bit] = 2 ** (31 - bit);
    else if (bit < degree) directions[bit] = (initial[bit] ?? 1) * 2 ** (31 - bit);
    else {
      const earlier = directions[bit - degree] ?? 0;
      let number = earlier ^ (earlier >>> degree);
      for (let k = 1; k < degree; k++) {
        if ((polynomial >>> (degree - 1 - k)) & 1) number ^= directions[bit - k] ?? 0;
      }
      directions[bit] = number >>> 0;
    }
  }
  return directions;
}

function parity(value: number): number {
  let x = value ^ (value >>> 16);
  x ^= x >>> 8;
  x ^= x >>> 4;
  x ^= x >>> 2;
  return (x ^ (x >>> 1)) & 1;
}

/** Matousek's linear scrambling: a random lower-triangular binary matrix keeps the net property and breaks the pattern. */
function scramble(directions: Uint32Array, seed: number): Uint32Array {
  const rows = Array.from({ length: bits }, (_, row) => {
    const diagonal = 2 ** (31 - row);
    const above = row === 0 ? 0 : (0xffffffff << (32 - row)) >>> 0;
    return ((mix32(seed + row) & above) | diagonal) >>> 0;
  });
  return directions.map((number) => {
    let scrambled = 0;
    for (const [row, mask] of rows.entries()) if (parity(number & mask)) scrambled |= 1 << (31 - row);
    return scrambled >>> 0;
  });
}

export interface PointSet {
  readonly seed: number;
  readonly count: number;
}

/** One coordinate of a scrambled Sobol set, strictly inside (0, 1), in natural order. */
export function sobolColumn({ seed, count }: PointSet, dimension: number): Float64Array {
  const column = new Float64Array(count);
  const key = streamSeed(seed, dimension);
  if (dimension >= sobolDimensions) return column.map((_, index) => uniformAt(key, index));
  const directions = scramble(directionNumbers(dimension), key);
  const shift = mix32(key ^ 0x5bd1e995);
  let point = shift;
  for (let index = 0; index < count; index++) {
    column[index] = ((point >>> 0) + 0.5) * 2 ** -32;
    let changed = 0;
    for (let carry = index; carry & 1; carry >>>= 1) changed++;
    point ^= directions[changed] ?? 0;
  }
  return column;
}

/** The same coordinate of a plain pseudo-random set, for comparisons of accuracy. */
export function randomColumn({ seed, count }: PointSet, dimension: number): Float64Array {
  const key = streamSeed(seed, dimension);
  return new Float64Array(count).map((_, index) => uniformAt(key, index));
}
