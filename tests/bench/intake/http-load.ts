import { Agent, request } from 'node:http';

export interface HttpLoad {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly failed: number;
}

export interface HttpLoadOptions {
  readonly url: string;
  readonly connections: number;
  readonly seconds: number;
  /** Requests per second at most; without it as many as the server answers. */
  readonly rate?: number;
  readonly body: () => string;
  readonly token: string;
}

/** POSTs over kept connections and measures every answer. */
export async function httpLoad(options: HttpLoadOptions): Promise<HttpLoad> {
  const agent = new Agent({ keepAlive: true, maxSockets: options.connections });
  const durations: number[] = [];
  let failed = 0;
  const startedMs = performance.now();
  const untilMs = startedMs + options.seconds * 1_000;
  const gapMs = options.rate === undefined ? 0 : (1_000 * options.connections) / options.rate;
  const lane = async (): Promise<void> => {
    while (performance.now() < untilMs) {
      const sentMs = performance.now();
      const status = await post(agent, options);
      durations.push(performance.now() - sentMs);
      if (status !== 200) failed += 1;
      const restMs = gapMs - (performance.now() - sentMs);
      if (restMs > 0) await new Promise((resolve) => setTimeout(resolve, restMs));
    }
  };
  await Promise.all(Array.from({ length: options.connections }, lane));
  const elapsed = (performance.now() - startedMs) / 1_000;
  agent.destroy();
  return { perSecond: durations.length / elapsed, failed, ...quantiles(durations) };
}

/** Every request at the same moment. */
export async function burst(
  requests: number,
  options: Pick<HttpLoadOptions, 'url' | 'body' | 'token'>
): Promise<{ failed: number; seconds: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
  const startedMs = performance.now();
  const statuses = await Promise.all(Array.from({ length: requests }, () => post(agent, options).catch(() => 0)));
  agent.destroy();
  return {
    failed: statuses.filter((status) => status !== 200).length,
    seconds: (performance.now() - startedMs) / 1_000,
  };
}

function quantiles(durations: readonly number[]): { p50Ms: number; p99Ms: number } {
  const sorted = durations.toSorted((left, right) => left - right);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
  return { p50Ms: at(0.5), p99Ms: at(0.99) };
}

function post(agent: Agent, { url, body, token }: Pick<HttpLoadOptions, 'url' | 'body' | 'token'>): Promise<number> {
  const text = body();
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        agent,
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(text),
          authorization: `Bearer ${token}`,
        },
      },
      (response) => {
        response.resume();
        response.once('end', () => resolve(response.statusCode ?? 0));
      }
    );
    sent.once('error', reject);
    sent.end(text);
  });
}
