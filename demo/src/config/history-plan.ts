import type { HistoryPlan } from '../seed/history.ts';
import { dayOf } from '../twin/calendar.ts';
import type { DemoEnv } from './env.ts';

/** Conversion and traffic analyses look back a year, so sessions are kept a little longer. */
const sessionMonths = 13;

export function historyPlanOf(env: DemoEnv): HistoryPlan {
  return {
    seed: env.AICOS_DEMO_SEED,
    scale: env.AICOS_DEMO_SCALE,
    endDay: dayOf(env.AICOS_DEMO_START),
    months: env.AICOS_DEMO_MONTHS,
    sessionMonths,
  };
}
