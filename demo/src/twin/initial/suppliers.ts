import type { SupplierState } from '../state.ts';

export interface SupplierRecord {
  id: number;
  name: string;
  country: string;
  leadDays: number;
  spread: number;
  /** Price against the frozen unit cost. */
  priceFactor: number;
  orderWeekdays: number[];
  /** A wholesaler sells every product, quickly and at a higher price. */
  wholesaler: boolean;
}

export const supplierRecords: readonly SupplierRecord[] = [
  {
    id: 1,
    name: 'Hausrat Nord (simulated)',
    country: 'DE',
    leadDays: 12,
    spread: 0.2,
    priceFactor: 1,
    orderWeekdays: [1, 4],
    wholesaler: false,
  },
  {
    id: 2,
    name: 'Lumen Garden (simulated)',
    country: 'PL',
    leadDays: 15,
    spread: 0.25,
    priceFactor: 1,
    orderWeekdays: [2, 5],
    wholesaler: false,
  },
  {
    id: 3,
    name: 'Bagno Ordine (simulated)',
    country: 'IT',
    leadDays: 16,
    spread: 0.22,
    priceFactor: 1,
    orderWeekdays: [1, 3],
    wholesaler: false,
  },
  {
    id: 4,
    name: 'Table et Deco (simulated)',
    country: 'FR',
    leadDays: 13,
    spread: 0.2,
    priceFactor: 1,
    orderWeekdays: [2, 4],
    wholesaler: false,
  },
  {
    id: 5,
    name: 'Weberei Sued (simulated)',
    country: 'AT',
    leadDays: 10,
    spread: 0.15,
    priceFactor: 1,
    orderWeekdays: [3, 5],
    wholesaler: false,
  },
  {
    id: 6,
    name: 'Express wholesale A (simulated)',
    country: 'NL',
    leadDays: 3,
    spread: 0.1,
    priceFactor: 1.12,
    orderWeekdays: [],
    wholesaler: true,
  },
  {
    id: 7,
    name: 'Wholesale B (simulated)',
    country: 'DE',
    leadDays: 5,
    spread: 0.3,
    priceFactor: 1.06,
    orderWeekdays: [],
    wholesaler: true,
  },
];

export function initialSuppliers(): SupplierState[] {
  return supplierRecords.map(({ id, leadDays, spread, orderWeekdays }) => ({
    id,
    leadDays,
    spread,
    orderWeekdays: [...orderWeekdays],
  }));
}

export function supplierRecord(id: number): SupplierRecord {
  const record = supplierRecords[id - 1];
  if (record === undefined) throw new RangeError(`supplier ${String(id)} does not exist in the simulated company`);
  return record;
}
