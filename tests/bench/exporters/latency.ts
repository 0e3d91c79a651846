import { setTimeout as after } from 'node:timers/promises';

export interface Latency {
  readonly requests: number;
  readonly bytes: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

const warmUp = 50;
const pauseMs = 5;

/** Scrapes one address again and again, one request at a time. */
export async function scrapeLatency(url: string, requests: number): Promise<Latency> {
  const durations: number[] = [];
  let bytes = 0;
  for (let index = 0; index < warmUp + requests; index += 1) {
    const startedMs = performance.now();
    const body = await (await fetch(url)).arrayBuffer();
    if (index >= warmUp) durations.push(performance.now() - startedMs);
    bytes = body.byteLength;
    await after(pauseMs);
  }
  const sorted = durations.toSorted((a, b) => a - b);
  return { requests, bytes, p50Ms: quantile(sorted, 0.5), p99Ms: quantile(sorted, 0.99), maxMs: quantile(sorted, 1) };
}
