import { describe, expect, it } from 'vitest';
import { computeCac } from './cac.ts';

describe('computeCac', () => {
  it('divides the cost by the new customers and rounds to cents', () => {
    expect(computeCac({ totalCost: 5000, newCustomers: 132 })).toBe(37.88);
  });

  it('is 0 without a new customer', () => {
    expect(computeCac({ totalCost: 5000, newCustomers: 0 })).toBe(0);
  });
});
