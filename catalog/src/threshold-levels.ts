import type { Thresholds } from './kpi-status.ts';

/** Values of the label `level` of `aicos_kpi_threshold`. */
export const thresholdLevels = [
  'target',
  'warning',
  'critical',
  'low_critical',
  'low_warning',
  'low_ok',
  'high_ok',
  'high_warning',
  'high_critical',
] as const;
export type ThresholdLevel = (typeof thresholdLevels)[number];

/** The series of `aicos_kpi_threshold` of one KPI in native units: three levels, or for a band the target and its six edges. */
export function thresholdSeries(kpi: Thresholds): readonly (readonly [ThresholdLevel, number])[] {
  if (!kpi.band) {
    return [
      ['target', kpi.target],
      ['warning', kpi.warning],
      ['critical', kpi.critical],
    ];
  }
  const { lowCrit, lowWarn, lowOk, highOk, highWarn, highCrit } = kpi.band;
  return [
    ['target', kpi.target],
    ['low_critical', lowCrit],
    ['low_warning', lowWarn],
    ['low_ok', lowOk],
    ['high_ok', highOk],
    ['high_warning', highWarn],
    ['high_critical', highCrit],
  ];
}
