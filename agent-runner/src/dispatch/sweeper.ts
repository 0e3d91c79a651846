import type { Logger } from '@ai-cos/service-kit';

/** Looks for rows whose state demands work and wakes somebody up; returns how many it found. */
export type Sweep = () => Promise<number>;

export interface Sweeper {
  register(name: string, sweep: Sweep): void;
  /** Runs every sweep once; for tests and right after the start. */
  runOnce(): Promise<void>;
  start(): void;
  close(): Promise<void>;
}

export interface SweeperOptions {
  log: Logger;
  everyMs?: number;
  onSwept?: (name: string, found: number) => void;
}

/** The liveness of everything: a missed notification, a dead letter or a restored backup is found here at the latest. */
export function createSweeper({ log, everyMs = 5_000, onSwept }: SweeperOptions): Sweeper {
  const sweeps = new Map<string, Sweep>();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let closed = false;

  async function sweepAll(): Promise<void> {
    for (const [name, sweep] of sweeps) {
      if (closed) return;
      try {
        onSwept?.(name, await sweep());
      } catch (error) {
        log.error({ err: error, sweep: name }, 'sweep failed');
      }
    }
  }
  function runOnce(): Promise<void> {
    running = running.then(sweepAll);
    return running;
  }
  function schedule(): void {
    if (closed) return;
    timer = setTimeout(() => {
      void runOnce().then(schedule);
    }, everyMs);
    timer.unref();
  }

  return {
    register(name, sweep) {
      sweeps.set(name, sweep);
    },
    runOnce,
    start: schedule,
    async close() {
      closed = true;
      clearTimeout(timer);
      await running;
    },
  };
}
