import type { KpiStage } from '@ai-cos/catalog';
import type { Severity } from '../rule.ts';
import type { StatusSample } from './status-history.ts';

/** The remembered answer to "was it off target when it last had a value?". */
export type Latch = boolean | undefined;

function isDefined(samples: readonly StatusSample[]): boolean {
  return samples.some((sample) => sample.status !== 'undefined');
}

function isAtLeast(sample: StatusSample, severity: Severity): boolean {
  return sample.status === 'critical' || (severity === 'warning' && sample.status === 'warning');
}

/** Twin of the recording rule of the latch. */
export function nextLatch(latch: Latch, samples: readonly StatusSample[]): Latch {
  return isDefined(samples) ? samples.some((sample) => isAtLeast(sample, 'warning')) : latch;
}

/** Twin of the expression of `Aicos…OffTarget`. */
export function isOffTarget(samples: readonly StatusSample[], severity: Severity, stage: KpiStage): boolean {
  if (stage === 'observe') return false;
  return samples.some((sample) => isAtLeast(sample, severity)) && samples.some((sample) => sample.significant);
}

/** Twin of the expression of `KpiBlind`. */
export function isBlind(samples: readonly StatusSample[], latch: Latch, stage: KpiStage): boolean {
  if (stage === 'observe' || isDefined(samples)) return false;
  return samples.some((sample) => sample.status === 'undefined') && latch === true;
}
