import { createMemorySink, history, warmedUp, type DayFigures, type MemorySink, type TwinState } from '@ai-cos/demo';

export interface WorldPlan {
  readonly seed: number;
  /** First day that is still open when the history ends. */
  readonly endDay: number;
  readonly months: number;
}

/** A simulated company at the end of its recorded history. */
export interface TwinWorld {
  readonly state: TwinState;
  readonly sink: MemorySink;
  readonly figures: readonly DayFigures[];
}

/** Lives through warm-up and history; session rows are left out, their daily number stays in the figures. */
export function liveThrough({ seed, endDay, months }: WorldPlan): TwinWorld {
  const plan = { seed, scale: 1, endDay, months, sessionMonths: 0 };
  const state = warmedUp(plan);
  const sink = createMemorySink();
  for (const { facts, figures } of history(plan, state)) sink.add(facts, figures);
  return { state, sink, figures: sink.figures };
}
