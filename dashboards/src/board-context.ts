import { productionScale, promDuration, scaled, type TimeScale } from '@ai-cos/catalog';

/** What all boards of one rendering share. */
export interface BoardContext {
  readonly scale: TimeScale;
  /** Reporting currency, ISO code; units of money depend on it. */
  readonly currency: string;
}

export const productionContext: BoardContext = { scale: productionScale, currency: 'EUR' };

const secondsPerDay = 86_400;

/** PromQL or Grafana duration of a number of company days. */
export function companyDays({ scale }: BoardContext, days: number): string {
  return promDuration(scaled(scale, days * secondsPerDay));
}
