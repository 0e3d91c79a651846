import { kpis, isKpiId, type KpiUnit } from '@ai-cos/catalog';

export interface Bounds {
  readonly low: number;
  readonly high: number;
}

const byUnit: Readonly<Record<KpiUnit, Bounds>> = {
  score_100: { low: 0, high: 100 },
  ms: { low: 0, high: Infinity },
  percent: { low: 0, high: 100 },
  amount: { low: 0, high: Infinity },
  articles_per_week: { low: 0, high: Infinity },
  amount_per_month: { low: -Infinity, high: Infinity },
  months: { low: 0, high: Infinity },
  days: { low: 0, high: Infinity },
  hours: { low: 0, high: Infinity },
  turns_per_year: { low: 0, high: Infinity },
  defects_per_100: { low: 0, high: 100 },
  minutes: { low: 0, high: Infinity },
  stars_5: { low: 1, high: 5 },
};

/** Percentages that may leave 0–100: a margin can be negative, a campaign can earn many times its cost. */
const wider: Readonly<Record<string, Bounds>> = {
  gross_margin: { low: -Infinity, high: 100 },
  roi_campaigns: { low: -100, high: Infinity },
  budget_variance: { low: -100, high: Infinity },
  warehouse_capacity: { low: 0, high: 120 },
};

/** What a node can possibly be, in native units. */
export function boundsOf(node: string): Bounds {
  return wider[node] ?? (isKpiId(node) ? byUnit[kpis[node].unit] : { low: 0, high: Infinity });
}
