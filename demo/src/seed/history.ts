import { monthStart } from '../twin/calendar.ts';
import type { Detail } from '../twin/day.ts';
import { emptyFacts, type Facts } from '../twin/facts.ts';
import type { DayFigures } from '../twin/figures.ts';
import { initialState } from '../twin/initial/state.ts';
import { writeMasterData } from '../twin/initial/master-data.ts';
import { writeOldCustomers } from '../twin/initial/old-customers.ts';
import type { TwinState } from '../twin/state.ts';
import { advance } from '../twin/step.ts';
import { warmUp } from '../twin/warm-up.ts';

export interface HistoryPlan {
  seed: number;
  scale: number;
  /** First day that is still open when the history ends. */
  endDay: number;
  months: number;
  /** Sessions, page views and carts are kept for this many months. */
  sessionMonths: number;
}

export interface HistoryDay {
  facts: Facts;
  figures: DayFigures;
}

/** Lived through and thrown away, so that stock, customers and queues are those of an old company. */
export const warmUpDays = 540;

export function firstDayOf(plan: HistoryPlan): number {
  return monthStart(plan.endDay, -plan.months) + (plan.endDay - monthStart(plan.endDay, 0));
}

export function firstSessionDayOf(plan: HistoryPlan): number {
  return Math.max(firstDayOf(plan), monthStart(plan.endDay, -plan.sessionMonths));
}

/** The state in which the recorded history begins. */
export function warmedUp(plan: HistoryPlan): TwinState {
  const first = firstDayOf(plan);
  const state = initialState(plan.seed, { startDay: first - 1 - warmUpDays, scale: plan.scale });
  warmUp(state, first - 1);
  dropPending(state);
  return state;
}

/** What hangs over from the warm-up has no rows to be written to. */
function dropPending(state: TwinState): void {
  state.agenda = {};
  state.orderQueue = [];
  state.features = [];
  state.support.queue = [];
  state.people.openRequisitions = [];
  state.finance.budgeted = {};
  for (const product of state.products) product.reserved = 0;
}

/** Days of the history, oldest first; the first one also carries the master data. */
export function* history(plan: HistoryPlan, state: TwinState): Generator<HistoryDay> {
  const master = emptyFacts(state.day);
  writeMasterData(state, master, state.day + 1);
  writeOldCustomers(state, master);
  const sessionsFrom = firstSessionDayOf(plan);
  for (let day = state.day + 1; day < plan.endDay; day += 1) {
    const detail: Detail = day >= sessionsFrom ? 'full' : 'business';
    const { facts, figures } = advance(state, day, { detail });
    for (const [table, rows] of master.inserts)
      facts.inserts.set(table, [...rows, ...(facts.inserts.get(table) ?? [])]);
    master.inserts.clear();
    yield { facts, figures };
  }
}
