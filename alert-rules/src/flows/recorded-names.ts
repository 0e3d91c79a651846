import { baseCounters, type BaseCounterId } from '@ai-cos/catalog';
import type { FlowWindow } from './windows.ts';

/** `aicos:orders:increase1h` for `aicos_orders_total`. */
export function recordedIncrease(counter: BaseCounterId, window: FlowWindow): string {
  const stem = baseCounters[counter].name.replace(/^aicos_/, '').replace(/_total$/, '');
  return `aicos:${stem}:increase${window}`;
}

/** What happened in the window, e.g. orders; one series per KPI. */
export function flowEvents(window: FlowWindow): string {
  return `aicos:flow_events:increase${window}`;
}

/** What could have become an event, e.g. sessions. */
export function flowTrials(window: FlowWindow): string {
  return `aicos:flow_trials:increase${window}`;
}

/** Events per trial in the same hours of the last four weeks. */
export function flowBaseline(window: FlowWindow): string {
  return `aicos:flow_baseline:ratio${window}`;
}

/** Events that the trials of now would have brought at the baseline. */
export function flowExpected(window: FlowWindow): string {
  return `aicos:flow_expected:increase${window}`;
}

/** How fast company time passed in the last scrapes, 1 = as fast as the rules were rendered for. */
export const businessPace = 'aicos:business_pace:ratio';

/** Mean pace since the oldest baseline week. */
export const meanBusinessPace = 'aicos:business_pace:mean';
