/** Runs `work` on so many lanes at once until the time is over; returns how often it ended per second. */
export async function perSecond(
  { lanes, seconds }: { lanes: number; seconds: number },
  work: () => Promise<unknown>
): Promise<number> {
  const startedMs = performance.now();
  const untilMs = startedMs + seconds * 1_000;
  let done = 0;
  const lane = async (): Promise<void> => {
    while (performance.now() < untilMs) {
      await work();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return done / ((performance.now() - startedMs) / 1_000);
}
