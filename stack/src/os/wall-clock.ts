/** Wall time in seconds since 1970; only for the time axis of Prometheus, which is wall time by definition. */
export function wallNowSeconds(): number {
  return (performance.timeOrigin + performance.now()) / 1000;
}
