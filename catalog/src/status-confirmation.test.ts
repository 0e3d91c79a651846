import { describe, expect, it } from 'vitest';
import { kpis } from './kpis/index.ts';
import { rawStatus, scoreOf } from './kpi-status.ts';
import { confirmStatus, type ConfirmationState } from './status-confirmation.ts';

/** Runs readings of cac (38/45/60) through the confirmation and returns the status after each. */
function statuses(values: readonly (number | 'undefined')[], confirm: number): string[] {
  let state: ConfirmationState | undefined;
  return values.map((value) => {
    const reading =
      value === 'undefined' ? value : { raw: rawStatus(kpis.cac, value), score: scoreOf(kpis.cac, value) };
    state = confirmStatus(state, reading, confirm);
    return state.status;
  });
}

describe('confirmation', () => {
  it('worsens only after the confirming number of computations in a row', () => {
    expect(statuses([30, 46, 46, 30, 46, 46, 46], 3)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'warning']);
  });

  it('confirms the warning while the values are on their way to critical', () => {
    expect(statuses([30, 46, 61, 61, 61], 3)).toEqual(['ok', 'ok', 'ok', 'warning', 'critical']);
  });

  it('improves only when the score is 0.05 past the threshold', () => {
    expect(statuses([46, 44.9, 43.9, 43.8], 1)).toEqual(['warning', 'warning', 'warning', 'ok']);
    expect(statuses([61, 59, 57.6, 57.5], 1)).toEqual(['critical', 'critical', 'critical', 'warning']);
  });

  it('falls from critical to warning when the score passes only the lower line', () => {
    expect(statuses([61, 44.5], 2)).toEqual(['critical', 'warning']);
  });

  it('turns undefined at once and resumes where it was', () => {
    expect(statuses([30, 46, 46, 'undefined', 46, 30], 2)).toEqual([
      'ok',
      'ok',
      'warning',
      'undefined',
      'warning',
      'ok',
    ]);
  });

  it('does not count a gap in the feed as part of a row', () => {
    expect(statuses([30, 46, 'undefined', 46, 46], 2)).toEqual(['ok', 'ok', 'undefined', 'ok', 'warning']);
  });

  it('believes the first reading after a restart', () => {
    expect(statuses([61], 3)).toEqual(['critical']);
  });
});
