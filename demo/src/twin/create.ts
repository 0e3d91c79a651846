import { dayOf } from './calendar.ts';
import { initialState } from './initial/state.ts';
import type { TwinState } from './state.ts';
import { advance, fork, type DayInput, type DayResult } from './step.ts';
import { warmUp } from './warm-up.ts';

export interface CreateTwinOptions {
  /** Date of the first day that is stepped, YYYY-MM-DD. */
  start?: string;
  scale?: number;
  /** Days lived through and thrown away before the start, so that stock and customers are those of an old company. */
  warmUpDays?: number;
}

/** A company in memory for evaluations: no database, no clock. */
export interface Twin {
  state: () => TwinState;
  /** Lives the next day. */
  next: (input?: DayInput) => DayResult;
  /** A second company with the same past that goes its own way. */
  fork: () => Twin;
}

export function createTwin(
  seed: number,
  { start = '2026-09-21', scale = 1, warmUpDays = 540 }: CreateTwinOptions = {}
): Twin {
  const first = dayOf(start);
  const state = initialState(seed, { startDay: first - 1 - warmUpDays, scale });
  warmUp(state, first - 1);
  return twinOf(state);
}

function twinOf(state: TwinState): Twin {
  return {
    state: () => state,
    next: (input) => advance(state, state.day + 1, input),
    fork: () => twinOf(fork(state)),
  };
}
