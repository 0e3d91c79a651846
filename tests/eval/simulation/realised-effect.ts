import { advance, fork, type DayFigures, type LeverCommand, type TwinState } from '@ai-cos/demo';

/** Figures of the days after the history, with commands given on the first of them. */
export function liveOn(state: TwinState, days: number, commands: readonly LeverCommand[]): DayFigures[] {
  const world = fork(state);
  const figures: DayFigures[] = [];
  for (let day = 0; day < days; day++) {
    const levers = day === 0 ? [...commands] : [];
    figures.push(advance(world, world.day + 1, { levers, detail: 'none' }).figures);
  }
  return figures;
}

const monthDays = 30.436875;

function sum(days: readonly DayFigures[], figure: (day: DayFigures) => number | null): number {
  let total = 0;
  for (const day of days) total += figure(day) ?? 0;
  return total;
}

function meanKnown(days: readonly DayFigures[], figure: (day: DayFigures) => number | null): number {
  const known = days.map(figure).filter((value) => value !== null);
  return known.length === 0 ? 0 : sum(days, figure) / known.length;
}

/** What a window of days says about each node: sums before ratios, like the KPI of that window. */
export const windowFigures: Readonly<Record<string, (days: readonly DayFigures[]) => number>> = {
  units_sold: (days) => meanKnown(days, (day) => day.units),
  sessions: (days) => meanKnown(days, (day) => day.sessions),
  revenue: (days) => meanKnown(days, (day) => day.revenue),
  conversion_rate: (days) => (100 * sum(days, (day) => day.orders)) / sum(days, (day) => day.sessions),
  average_order_value: (days) => sum(days, (day) => day.revenue) / sum(days, (day) => day.orders),
  gross_margin: (days) => 100 * (1 - sum(days, (day) => day.costOfGoods) / sum(days, (day) => day.revenue)),
  cac: (days) => sum(days, (day) => day.marketingCost) / sum(days, (day) => day.newCustomers),
  roi_campaigns: (days) => {
    const margin = 1 - sum(days, (day) => day.costOfGoods) / sum(days, (day) => day.revenue);
    return 100 * ((sum(days, (day) => day.attributedRevenue) * margin) / sum(days, (day) => day.adSpend) - 1);
  },
  ad_spend: (days) => meanKnown(days, (day) => day.adSpend),
  stock_rupture: (days) => 100 * meanKnown(days, (day) => day.stockRuptureShare),
  warehouse_capacity: (days) => 100 * meanKnown(days, (day) => day.warehouseUsedShare),
  stock_level: (days) => meanKnown(days, (day) => day.inventoryValue),
  inventory_turnover: (days) => (365 * sum(days, (day) => day.costOfGoods)) / sum(days, (day) => day.inventoryValue),
  response_time: (days) => meanKnown(days, (day) => day.responseMedianMinutes),
  burn_rate: (days) => monthDays * meanKnown(days, (day) => day.operatingCost - (day.revenue - day.costOfGoods)),
};
