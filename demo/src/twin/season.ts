import { calendarDay, type CalendarDay } from './calendar.ts';
import { categories, weekdayFactor } from './company.ts';
import { wander } from './random.ts';

export interface SalesEvent {
  name: string;
  traffic: number;
  /** Discount on the categories of the event. */
  discount: number;
  categories: readonly number[];
}

const yearlyEvents = [
  { name: 'Winter sale', from: [1, 8], until: [1, 24], traffic: 1.1, discount: 0.12, categories: [1, 5, 8] },
  { name: 'Spring days', from: [4, 10], until: [4, 20], traffic: 1.08, discount: 0.1, categories: [3, 6] },
  { name: 'Summer sale', from: [6, 24], until: [7, 10], traffic: 1.1, discount: 0.12, categories: [0, 3, 7] },
  { name: 'Back to work', from: [8, 28], until: [9, 6], traffic: 1.07, discount: 0.1, categories: [5, 9] },
  { name: 'Black week', from: [11, 21], until: [11, 30], traffic: 1.3, discount: 0.14, categories: [0, 1, 2, 6, 7] },
] as const;

export function salesEvent(calendar: CalendarDay): SalesEvent | null {
  const position = calendar.month * 100 + calendar.dayOfMonth;
  for (const event of yearlyEvents) {
    const from = event.from[0] * 100 + event.from[1];
    const until = event.until[0] * 100 + event.until[1];
    if (position >= from && position <= until) return event;
  }
  return null;
}

/** What planners know: week, year and sales events, mean about 1. */
export function plannedDemand(day: number): number {
  const calendar = calendarDay(day);
  const year = 1 + 0.05 * Math.cos((2 * Math.PI * (calendar.dayOfYear - 335)) / 365.25);
  const advent = calendar.month === 12 && calendar.dayOfMonth <= 19 ? 1.1 : 1;
  return year * advent * (salesEvent(calendar)?.traffic ?? 1);
}

/** Traffic of one day against a normal one: plan, weekday, slow swings and day shocks nobody foresees. */
export function demandFactor(seed: number, day: number): number {
  const weekday = weekdayFactor[(day + 4) % 7] ?? 1;
  const slow = Math.exp(0.03 * wander(seed, 'market', 1, day, 21));
  const shock = Math.exp(0.055 * wander(seed, 'market', 2, day, 1));
  return plannedDemand(day) * weekday * slow * shock;
}

/** The season of a category that planners know from earlier years. */
export function categorySeason(category: number, day: number): number {
  const record = categories[category];
  if (record === undefined) throw new RangeError(`category ${String(category)} does not exist`);
  return 1 + record.season * Math.cos((2 * Math.PI * (calendarDay(day).dayOfYear - record.peakDay)) / 365.25);
}

export function categoryFactor(seed: number, category: number, day: number): number {
  return categorySeason(category, day) * Math.exp(0.05 * wander(seed, 'market', 100 + category, day, 60));
}

/** Competitors' price level of a category against its usual one. */
export function competitorPrice(seed: number, category: number, day: number): number {
  return Math.exp(0.015 * wander(seed, 'market', 200 + category, day, 40));
}
