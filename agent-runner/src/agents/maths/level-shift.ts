/** When a daily series moved to another level. */
export interface LevelShift {
  /** Days ago of the first day at the new level. */
  readonly daysAgo: number;
  readonly before: number;
  readonly after: number;
}

/** The split of a series (newest first, index = days ago) that explains most; null without a move of `least` (relative). */
export function levelShift(values: readonly number[], least: number): LevelShift | null {
  let best: LevelShift | null = null;
  let bestScore = 0;
  for (let days = 1; days <= Math.min(14, values.length - 5); days += 1) {
    const after = median(values.slice(0, days));
    const before = median(values.slice(days));
    const move = after / before - 1;
    // A longer new level is better evidence than one odd day.
    const score = Math.abs(move) * Math.sqrt(days) * tightness(values.slice(0, days), after);
    if (Math.abs(move) >= least && score > bestScore) {
      bestScore = score;
      best = { daysAgo: days - 1, before, after };
    }
  }
  return best;
}

/** 1 when all values lie at the level, less the more they scatter. */
function tightness(values: readonly number[], level: number): number {
  let worst = 0;
  for (const value of values) worst = Math.max(worst, Math.abs(value / level - 1));
  return 1 / (1 + 4 * worst);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}
