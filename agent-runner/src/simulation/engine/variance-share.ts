import { at } from '../../forecast/numeric/at.ts';

const bins = 16;

/** Share of the variance of an outcome that one cause explains alone: variance of its mean over slices of the cause. */
export function varianceShare(outcome: Float64Array, cause: Float64Array): number {
  const sums = new Float64Array(bins);
  const counts = new Float64Array(bins);
  let total = 0;
  let squares = 0;
  for (let draw = 0; draw < outcome.length; draw++) {
    const bin = Math.min(bins - 1, Math.floor(at(cause, draw) * bins));
    const value = at(outcome, draw);
    sums[bin] = at(sums, bin) + value;
    counts[bin] = at(counts, bin) + 1;
    total += value;
    squares += value * value;
  }
  const mean = total / outcome.length;
  const variance = squares / outcome.length - mean * mean;
  if (variance <= 1e-18 * Math.max(1, mean * mean)) return 0;
  let between = 0;
  for (let bin = 0; bin < bins; bin++) {
    const count = at(counts, bin);
    if (count > 0) between += (count / outcome.length) * (at(sums, bin) / count - mean) ** 2;
  }
  // Slices differ by chance even for a cause without effect.
  const chance = ((bins - 1) / outcome.length) * variance;
  return Math.max(0, Math.min(1, (between - chance) / variance));
}

/** Causes with at least one per cent of the variance, largest first. */
export function varianceShares(
  outcome: Float64Array,
  causes: ReadonlyMap<string, Float64Array>
): { cause: string; share: number }[] {
  const shares = [...causes].map(([cause, column]) => ({ cause, share: varianceShare(outcome, column) }));
  return shares.filter(({ share }) => share >= 0.01).sort((a, b) => b.share - a.share);
}
