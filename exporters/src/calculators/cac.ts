export interface AcquisitionCosts {
  readonly totalCost: number;
  readonly newCustomers: number;
}

/**
 * Cost per new customer, two decimals, 0 without a customer. Only a calculator: the KPI `cac` is undefined then, because 0
 * would be the best possible score for money spent on nobody.
 */
export function computeCac({ totalCost, newCustomers }: AcquisitionCosts): number {
  if (newCustomers === 0) return 0;
  return Math.round((totalCost / newCustomers) * 100) / 100;
}
