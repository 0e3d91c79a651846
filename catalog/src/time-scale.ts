/** How fast company time passes for Prometheus, and how often Prometheus looks. */
export interface TimeScale {
  /** Wall seconds of one business day: 86400 in production. */
  readonly daySeconds: number;
  readonly evaluationSeconds: number;
  readonly scrapeSeconds: number;
}

export const productionScale: TimeScale = { daySeconds: 86_400, evaluationSeconds: 30, scrapeSeconds: 30 };

const secondsPerDay = 86_400;

/** Wall seconds that `companySeconds` of business time take. */
export function scaled(scale: TimeScale, companySeconds: number): number {
  return (companySeconds * scale.daySeconds) / secondsPerDay;
}

/** PromQL duration; Prometheus takes whole milliseconds. */
export function promDuration(seconds: number): string {
  const milliseconds = Math.round(seconds * 1000);
  const units = [
    ['d', 86_400_000],
    ['h', 3_600_000],
    ['m', 60_000],
    ['s', 1000],
  ] as const;
  for (const [unit, size] of units) {
    if (milliseconds > 0 && milliseconds % size === 0) return `${milliseconds / size}${unit}`;
  }
  return milliseconds === 0 ? '0s' : `${milliseconds}ms`;
}
