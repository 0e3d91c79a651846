import { kpis, type KpiId, productionScale } from '@ai-cos/catalog';
import { blindKeepFiringSeconds } from '../rules/blind.ts';
import { offTargetHold } from '../rules/off-target.ts';
import { forSeconds, keepFiringSeconds } from '../rule-durations.ts';
import { stepSeconds, type Steps } from './kpi-case.ts';

/** The durations of the rules of a KPI at production scale, in steps of the cases. */
export function stepsOf(kpi: KpiId): Steps {
  const hold = offTargetHold[kpis[kpi].class];
  return {
    for: forSeconds(productionScale, hold.for) / stepSeconds,
    keepFiring: keepFiringSeconds(productionScale, hold.keepFiring) / stepSeconds,
    blindKeepFiring: keepFiringSeconds(productionScale, blindKeepFiringSeconds) / stepSeconds,
  };
}
