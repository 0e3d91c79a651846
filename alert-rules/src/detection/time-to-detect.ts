import { kpis, type KpiId, productionScale, type TimeScale } from '@ai-cos/catalog';
import { deviations, materialRatio } from '../rules/flow.ts';
import { flowSignal } from '../flows/flow-signals.ts';
import { flowWindows } from '../flows/windows.ts';
import { offTargetHold } from '../rules/off-target.ts';
import { forSeconds } from '../rule-durations.ts';
import type { FirstSign } from './scenarios.ts';

/** `group_wait` of Alertmanager by class, as provisioned. */
const groupWaitSeconds = { fast: 5, slow: 60 } as const;
const daySeconds = 86_400;

/** From the first bad sample to the notification: half a scrape, half an evaluation, `for`, `group_wait`. */
function pathSeconds(kpi: KpiId, forCompanySeconds: number, scale: TimeScale): number {
  const waiting = scale.scrapeSeconds / 2 + scale.evaluationSeconds / 2;
  return waiting + forSeconds(scale, forCompanySeconds) + groupWaitSeconds[kpis[kpi].class];
}

/** Seconds after which a window that slides into the incident differs beyond chance and by enough; null when never. */
function flowSeconds(sign: Extract<FirstSign, { kind: 'flow' }>, windowSeconds: number): number | null {
  const signal = flowSignal(sign.kpi);
  const trials = (sign.trialsPerHour * windowSeconds) / 3600;
  const expected = trials * sign.usualShare;
  const spread =
    signal.spread.kind === 'amount'
      ? (signal.spread.variation * expected) / Math.sqrt(trials)
      : Math.sqrt(Math.max(expected, 1));
  const fullDifference = Math.abs(expected - trials * sign.newShare);
  const needed = Math.max(deviations * spread, Math.abs(1 - materialRatio[signal.worse].warning) * expected);
  return fullDifference <= needed ? null : (needed / fullDifference) * windowSeconds;
}

function fastestFlow(sign: Extract<FirstSign, { kind: 'flow' }>): number | null {
  const times = flowSignal(sign.kpi).windows.flatMap((window) => flowSeconds(sign, flowWindows[window]) ?? []);
  return times.length === 0 ? null : Math.min(...times);
}

function trailingSeconds({ kpi, before, after }: Extract<FirstSign, { kind: 'trailing' }>): number {
  const { windowDays, warning } = kpis[kpi];
  const shareNeeded = (warning - before) / (after - before);
  return Math.ceil(shareNeeded * windowDays) * daySeconds;
}

/** Wall seconds at production timings from the incident to the notification, or null when this sign stays silent. */
export function detectionSeconds(sign: FirstSign, scale: TimeScale = productionScale): number | null {
  const { confirm, refreshSeconds, class: speed } = kpis[sign.kpi];
  const confirming = confirm * refreshSeconds;
  const offTarget = confirming + pathSeconds(sign.kpi, offTargetHold[speed].for, scale);
  switch (sign.kind) {
    case 'flow': {
      const seconds = fastestFlow(sign);
      return seconds === null ? null : seconds + refreshSeconds + pathSeconds(sign.kpi, 60, scale);
    }
    case 'level':
      return sign.readingSeconds + offTarget;
    case 'quantile':
      // Half the window holds slow requests: well over the 5 % that a p95 needs.
      return sign.windowSeconds / 2 + offTarget;
    case 'trailing':
      return trailingSeconds(sign) + offTarget;
  }
}
