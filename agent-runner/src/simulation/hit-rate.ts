import type { HitRate } from '../contract/simulations.ts';

/** One prediction whose outcome has been verified. */
export interface VerifiedPrediction {
  readonly low: number;
  readonly high: number;
  readonly realised: number;
}

/** Predictions counted: older ones were made by older coefficients. */
const counted = 10;

/** "8 of 10 in band" for the last verified predictions of a lever, newest first; undefined without any. */
export function hitRateOf(predictions: readonly VerifiedPrediction[]): HitRate | undefined {
  const latest = predictions.slice(0, counted);
  if (latest.length === 0) return undefined;
  const inBand = latest.filter(({ low, high, realised }) => realised >= low && realised <= high).length;
  return { count: latest.length, inBand, sentence: `${inBand} of ${latest.length} in band` };
}
