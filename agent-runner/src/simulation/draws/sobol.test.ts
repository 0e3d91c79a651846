import { describe, expect, it } from 'vitest';
import { mean } from '../../forecast/numeric/moments.ts';
import { normalQuantile } from './normal.ts';
import { randomColumn, sobolColumn, sobolDimensions } from './sobol.ts';

describe('scrambled Sobol points', () => {
  it('put exactly one of 2^k points into each of 2^k equal slices, in every dimension', () => {
    for (let dimension = 0; dimension < sobolDimensions; dimension++) {
      const slices = new Set([...sobolColumn({ seed: 5, count: 256 }, dimension)].map((u) => Math.floor(u * 256)));
      expect(slices.size).toBe(256);
    }
  });

  it('lie strictly between 0 and 1, also where the table ends', () => {
    for (const dimension of [0, 50, sobolDimensions + 3]) {
      for (const u of sobolColumn({ seed: 9, count: 1024 }, dimension)) expect(u > 0 && u < 1).toBe(true);
    }
  });

  it('are the same for the same seed and different for another', () => {
    const column = (seed: number): number[] => [...sobolColumn({ seed, count: 64 }, 3)];
    expect(column(1)).toEqual(column(1));
    expect(column(1)).not.toEqual(column(2));
  });

  it('estimate a lognormal mean at least five times closer than random points', () => {
    const truth = Math.exp(0.5 * 0.09 * 4);
    const error = (column: typeof sobolColumn): number => {
      let squares = 0;
      for (let seed = 0; seed < 20; seed++) {
        const columns = [0, 1, 2, 3].map((dimension) => column({ seed, count: 8192 }, dimension).map(normalQuantile));
        const values = columns[0]!.map((_, i) =>
          Math.exp(0.3 * columns.map((each) => each[i]!).reduceRight((a, b) => a + b))
        );
        squares += (mean(values) / truth - 1) ** 2;
      }
      return Math.sqrt(squares / 20);
    };
    expect(error(sobolColumn)).toBeLessThan(error(randomColumn) / 5);
  });
});
