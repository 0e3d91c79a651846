import type { Measurement } from '../collectors/measurement.ts';

/** Values of settled business time, kept for a while: a forecast asks for the same 90 days again and again. */
export interface PointCache {
  get(key: string): Measurement | undefined;
  set(key: string, measurement: Measurement): void;
}

export interface PointCacheOptions {
  readonly maxEntries: number;
  /** A correction of old facts shows after this time. */
  readonly maxAgeMs: number;
  readonly nowMs: () => number;
}

export function createPointCache({ maxEntries, maxAgeMs, nowMs }: PointCacheOptions): PointCache {
  const entries = new Map<string, { measurement: Measurement; storedMs: number }>();
  return {
    get(key) {
      const entry = entries.get(key);
      return entry === undefined || nowMs() - entry.storedMs > maxAgeMs ? undefined : entry.measurement;
    },
    set(key, measurement) {
      entries.delete(key);
      entries.set(key, { measurement, storedMs: nowMs() });
      // A map keeps its order of insertion: the first key is the oldest.
      const oldest = entries.keys().next();
      if (entries.size > maxEntries && oldest.done !== true) entries.delete(oldest.value);
    },
  };
}
