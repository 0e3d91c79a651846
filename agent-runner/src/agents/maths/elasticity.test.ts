import { describe, expect, it } from 'vitest';
import { fitElasticity, marginChange, optimalPrice, type PricePoint } from './elasticity.ts';

/** 40 weeks of one product that sells 10,000 × price^ε. */
function weeks(elasticity: number): PricePoint[] {
  return Array.from({ length: 40 }, (_, week) => {
    const price = 8 + (week % 5);
    return { product: 1, price, units: 10_000 * price ** elasticity };
  });
}

describe('elasticity', () => {
  it('finds the elasticity that made the data', () => {
    expect(fitElasticity(weeks(-2.5))?.value).toBeCloseTo(-2.5, 1);
    expect(fitElasticity(weeks(-1))?.value).toBeCloseTo(-1, 1);
  });

  it('says nothing about prices that never moved or too few weeks', () => {
    expect(fitElasticity(weeks(-2).map((point) => ({ ...point, price: 10 })))).toBeNull();
    expect(fitElasticity(weeks(-2).slice(0, 10))).toBeNull();
  });

  it('puts the price where margin is largest', () => {
    // ε = −2: markup of twice the cost.
    expect(optimalPrice(10, -2)).toBeCloseTo(20);
    expect(optimalPrice(10, -0.9)).toBeNull();
  });

  it('weighs units against margin per unit', () => {
    // 20 → 22 at cost 10, ε −2: 12 × 1.1^−2 = 9.917 against 10.
    expect(marginChange(20, 10, -2, 0.1)).toBeCloseTo(-0.0083, 3);
    expect(marginChange(15, 10, -2, 0.1)).toBeGreaterThan(0);
  });
});
