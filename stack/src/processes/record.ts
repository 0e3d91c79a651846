/** A program the launcher runs. One record per child; the supervisor is the only code that spawns them. */
export type ChildRecord = {
  name: string;
  command: string;
  args: readonly string[];
  /** All the child sees, beside PATH and HOME: nothing else of our environment. */
  env: Readonly<Record<string, string>>;
  cwd?: string;
  /** The port it listens on, held for it until it starts. */
  port?: number;
  ready: () => Promise<boolean>;
  readyWithinMs: number;
  stopSignal: 'SIGTERM' | 'SIGINT';
};

/** Ready when an address answers 2xx. */
export function answersAt(url: string): () => Promise<boolean> {
  return async () => {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
      await response.body?.cancel();
      return response.ok;
    } catch {
      return false;
    }
  };
}
