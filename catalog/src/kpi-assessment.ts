import { scoreOf, type KpiStatus } from './kpi-status.ts';
import { isSignificant, supportedStatus, type Sample, type SignificanceRules } from './significance.ts';
import { confirmStatus, type ConfirmationState } from './status-confirmation.ts';
import type { UndefinedReason } from './undefined-reasons.ts';

/** One computed KPI: a native value, or the reason why there is none. */
export type ComputedKpi = ({ readonly value: number } | { readonly reason: UndefinedReason }) & Sample;

/** A record of the catalog, or one with a company's overrides. */
export interface AssessedKpi extends SignificanceRules {
  readonly id: string;
  readonly confirm: number;
}

export interface KpiAssessment {
  /** 0–1, or null while undefined. */
  readonly score: number | null;
  /** Confirmed status. */
  readonly status: KpiStatus;
  readonly significant: boolean;
  /** Hand this to the next computation of the same KPI. */
  readonly state: ConfirmationState;
}

const csatPriorAnswers = 20;
const csatPriorMean = 4;

/** Few csat answers are drawn towards 4.0 for the score only; the published value stays what people said. */
function valueForScore(kpi: AssessedKpi, value: number, { sample }: Sample): number {
  if (kpi.id !== 'csat' || sample === undefined || sample >= csatPriorAnswers) return value;
  return (value * sample + csatPriorMean * csatPriorAnswers) / (sample + csatPriorAnswers);
}

/** The only place that decides on score, status and significance of a computed KPI. */
export function assessKpi(
  kpi: AssessedKpi,
  reading: ComputedKpi,
  previous: ConfirmationState | undefined
): KpiAssessment {
  if ('value' in reading) {
    const score = scoreOf(kpi, valueForScore(kpi, reading.value, reading));
    const raw = supportedStatus(kpi, reading.value, reading);
    const state = confirmStatus(previous, { raw, score }, kpi.confirm);
    return { score, status: state.status, significant: isSignificant(kpi, state.status, reading), state };
  }
  if (reading.reason === 'cash_generating') {
    const state = confirmStatus(previous, { raw: 'ok', score: 1 }, kpi.confirm);
    return { score: 1, status: state.status, significant: true, state };
  }
  const state = confirmStatus(previous, 'undefined', kpi.confirm);
  return { score: null, status: 'undefined', significant: false, state };
}
