import { scoreAtCritical, scoreAtWarning, type DefinedStatus, type KpiStatus } from './kpi-status.ts';

/** How far past a threshold the score must be before a status improves; keeps a value on the line from flapping. */
export const scoreHysteresis = 0.05;

/** What must survive between two computations of one KPI; start with `undefined` after a restart. */
export interface ConfirmationState {
  readonly status: KpiStatus;
  /** Last status while the KPI had a value: a gap in a feed neither cures nor forgets. */
  readonly lastDefined: DefinedStatus | undefined;
  readonly warningStreak: number;
  readonly criticalStreak: number;
}

const rank: Record<DefinedStatus, number> = { ok: 0, warning: 1, critical: 2 };

function improved(current: DefinedStatus, score: number): DefinedStatus {
  // Floating point: 0.4 + 0.05 is not 0.45.
  const reached = (threshold: number) => score >= threshold + scoreHysteresis - 1e-9;
  if (reached(scoreAtWarning)) return 'ok';
  if (reached(scoreAtCritical) && current === 'critical') return 'warning';
  return current;
}

function nextStatus(
  current: DefinedStatus,
  streaks: { readonly warning: number; readonly critical: number },
  reading: { readonly raw: DefinedStatus; readonly score: number },
  confirm: number
): DefinedStatus {
  if (rank[reading.raw] < rank[current]) return improved(current, reading.score);
  if (streaks.critical >= confirm) return 'critical';
  if (streaks.warning >= confirm && current === 'ok') return 'warning';
  return current;
}

/**
 * One computation further. Worsens only after `confirm` computations in a row, improves only past the hysteresis;
 * without a previous state the reading is believed at once, so that a restarted exporter does not look like a recovery.
 */
export function confirmStatus(
  previous: ConfirmationState | undefined,
  reading: { readonly raw: DefinedStatus; readonly score: number } | 'undefined',
  confirm: number
): ConfirmationState {
  if (reading === 'undefined') {
    return { status: 'undefined', lastDefined: previous?.lastDefined, warningStreak: 0, criticalStreak: 0 };
  }
  const warningStreak = reading.raw === 'ok' ? 0 : (previous?.warningStreak ?? 0) + 1;
  const criticalStreak = reading.raw === 'critical' ? (previous?.criticalStreak ?? 0) + 1 : 0;
  const current = previous?.lastDefined;
  const status =
    current === undefined
      ? reading.raw
      : nextStatus(current, { warning: warningStreak, critical: criticalStreak }, reading, confirm);
  return { status, lastDefined: status, warningStreak, criticalStreak };
}
