/** Weight of the newest week in the smoothed demand. */
const alpha = 0.35;
/** Sales of a product that was rarely on the shelf say little: its demand is scaled up at most this much. */
const leastShare = 0.3;

/** Expected units a day from weekly sales, newest first; days without stock are not days without demand. */
export function dailyDemand(weekly: readonly number[], availableShare: number): number {
  let level: number | undefined;
  for (const units of [...weekly].reverse()) level = level === undefined ? units : alpha * units + (1 - alpha) * level;
  return (level ?? 0) / 7 / Math.max(availableShare, leastShare);
}

/** Standard deviation of the units of one day, from the spread of the weeks; at least that of a Poisson count. */
export function dailyDeviation(weekly: readonly number[], demand: number): number {
  if (weekly.length < 2) return Math.sqrt(demand);
  let sum = 0;
  for (const units of weekly) sum += units;
  const mean = sum / weekly.length;
  let squares = 0;
  for (const units of weekly) squares += (units - mean) ** 2;
  return Math.max(Math.sqrt(squares / (weekly.length - 1) / 7), Math.sqrt(demand));
}

/** Days until the shelf is empty; infinite without demand. */
export function daysOfCover(available: number, demand: number): number {
  if (available <= 0) return 0;
  return demand <= 0 ? Number.POSITIVE_INFINITY : available / demand;
}
