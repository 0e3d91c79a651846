import { calendarDay, isoOf, daySeconds, type CalendarDay } from './calendar.ts';
import { insert, type Facts } from './facts.ts';
import { emptyFigures, type DayFigures } from './figures.ts';
import { keyOf, type Mechanism } from './random.ts';
import type { AgendaItem, ProductState, TwinState } from './state.ts';
import { sessionTables, type RowOf, type TableName } from './tables.ts';

/** `full` writes every row; `business` leaves out one-row-per-session tables and is several times faster. */
export type Detail = 'full' | 'business' | 'none';

/** What the mechanisms of one day share; `site` and `traffic` are filled by the first of them. */
export interface TwinDay {
  readonly state: TwinState;
  readonly day: number;
  readonly calendar: CalendarDay;
  readonly facts: Facts;
  readonly figures: DayFigures;
  readonly detail: Detail;
  readonly site: SiteOfDay;
  readonly spendByCampaign: Map<number, number>;
  readonly ordersByCampaign: Map<number, { orders: number; revenue: number }>;
  readonly sessionsByCampaign: Map<number, number>;
  readonly cash: { operating: number; investing: number; financing: number };
  readonly cost: Map<string, number>;
}

export interface SiteOfDay {
  loadFactor: number;
  apiFactor: number;
  completion: number;
}

export function openDay(state: TwinState, day: number, facts: Facts, detail: Detail): TwinDay {
  return {
    state,
    day,
    calendar: calendarDay(day),
    facts,
    figures: emptyFigures(day),
    detail,
    site: { loadFactor: 1, apiFactor: 1, completion: 1 },
    spendByCampaign: new Map(),
    ordersByCampaign: new Map(),
    sessionsByCampaign: new Map(),
    cash: { operating: 0, investing: 0, financing: 0 },
    cost: new Map(),
  };
}

export function keyFor(today: TwinDay, mechanism: Mechanism, entity: number): number {
  return keyOf(today.state.seed, mechanism, entity, today.day);
}

export function write<T extends TableName>(today: TwinDay, table: T, row: RowOf<T>): void {
  if (today.detail === 'none' || (today.detail === 'business' && sessionTables.has(table))) return;
  insert(today.facts, table, row);
}

/** ISO time of a second within the day; never leaves the day. */
export function timeOf(today: TwinDay, second: number): string {
  return isoOf(today.day * daySeconds + Math.min(daySeconds - 1, Math.max(0, Math.floor(second))));
}

export function nextId(state: TwinState, table: string): number {
  const id = state.ids[table] ?? 1;
  state.ids[table] = id + 1;
  return id;
}

/** Puts an item on a later day; what would be due today or earlier becomes due tomorrow. */
export function schedule(today: TwinDay, day: number, item: AgendaItem): void {
  const due = String(Math.max(today.day + 1, Math.floor(day)));
  const items = today.state.agenda[due];
  if (items === undefined) today.state.agenda[due] = [item];
  else items.push(item);
}

export function productOf(state: TwinState, id: number): ProductState {
  const product = state.products[id - 1];
  if (product === undefined) throw new RangeError(`product ${String(id)} does not exist in the simulated company`);
  return product;
}

export function addCost(today: TwinDay, line: string, amount: number): void {
  today.cost.set(line, (today.cost.get(line) ?? 0) + amount);
}

export function money(amount: number): number {
  return Math.round(amount * 100) / 100;
}
