import { describe, expect, it } from 'vitest';
import { chooseSupplier, expectedLeadDays, reorderQuantity, type Need, type SupplyOption } from './reorder.ts';

const slow: SupplyOption = {
  supplierId: 1,
  supplier: 'slow and cheap',
  unitPrice: 10,
  minQuantity: 10,
  packSize: 6,
  leadDays: 12,
  actualDays: 14,
  lateShare: 0.2,
  overdueDays: 0,
};
const fast: SupplyOption = { ...slow, supplierId: 2, supplier: 'fast', unitPrice: 11, leadDays: 3, actualDays: 3 };
const need: Need = { demand: 2, deviation: 0, available: 0, incoming: 0, unitMargin: 20 };

describe('reordering', () => {
  it('believes receipts more than promises, and an overdue order most', () => {
    expect(expectedLeadDays(slow)).toBe(14);
    expect(expectedLeadDays({ ...slow, overdueDays: 9 })).toBe(23);
    expect(expectedLeadDays({ ...slow, actualDays: null })).toBe(12);
  });

  it('orders demand over lead time and cover in whole packs', () => {
    // 2 a day for 14 + 16 days = 60 units = 10 packs of 6.
    expect(reorderQuantity(need, slow, 16)).toBe(60);
    expect(reorderQuantity({ ...need, available: 20 }, slow, 16)).toBe(42);
    expect(reorderQuantity({ ...need, demand: 0 }, slow, 16)).toBe(12);
  });

  it('pays more for goods that arrive before more margin is lost', () => {
    // Slow loses 14 days × 2 × 20 = 560; fast loses 120 and costs 1 more on 42 units.
    const choice = chooseSupplier(need, [slow, fast], 16);
    expect(choice?.option.supplierId).toBe(2);
    expect(choice?.totalCost).toBeCloseTo(120 + 42);
  });

  it('takes the cheap supplier when the shelf lasts', () => {
    expect(chooseSupplier({ ...need, available: 40 }, [slow, fast], 16)?.option.supplierId).toBe(1);
  });

  it('has no answer when nobody sells the product', () => {
    expect(chooseSupplier(need, [], 16)).toBeNull();
  });
});
