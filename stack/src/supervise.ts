import { setTimeout as pause } from 'node:timers/promises';

import { waitUntil } from './os/wait-until.ts';
import type { ChildRecord } from './processes/record.ts';
import { endProcess } from './supervision/end-process.ts';
import { removePidFile, writePidFile } from './supervision/pid-file.ts';
import { lastLines, spawnChild, type SpawnedChild } from './supervision/spawn-child.ts';

export type SupervisorOptions = {
  runFolder: string;
  logFolder: string;
  /** Tells the person about a crash and a recovery. */
  report: (message: string) => void;
  firstDelayMs?: number;
  longestDelayMs?: number;
  /** A child that ran this long starts with a short delay again. */
  steadyMs?: number;
  graceMs?: number;
};

export type Supervisor = {
  /** Starts a child and waits until it is ready; throws with the end of its log when it fails. From then on it is kept running. */
  start: (record: ChildRecord) => Promise<void>;
  /** Stops every child, last started first. */
  stopAll: () => Promise<void>;
  pidOf: (name: string) => number | undefined;
};

type Child = { record: ChildRecord; order: number; spawned: SpawnedChild; stopping: AbortController };

/** Runs children, restarts those that crash with growing delays, and stops them in reverse order. */
export function createSupervisor(options: SupervisorOptions): Supervisor {
  const { firstDelayMs = 500, longestDelayMs = 30_000, steadyMs = 60_000, graceMs = 15_000 } = options;
  const children: Child[] = [];

  function launch(record: ChildRecord, order: number): SpawnedChild {
    const spawned = spawnChild(record, options.logFolder);
    const { pid } = spawned.process;
    if (pid !== undefined) {
      writePidFile(options.runFolder, { name: record.name, pid, order, stopSignal: record.stopSignal });
    }
    return spawned;
  }

  async function keepRunning(child: Child): Promise<void> {
    const { record } = child;
    let delayMs = firstDelayMs;
    let startedAt = performance.now();
    for (;;) {
      const how = await child.spawned.ended;
      if (isStopping(child)) return;
      if (performance.now() - startedAt >= steadyMs) delayMs = firstDelayMs;
      options.report(
        `${record.name} ended (${how}); starting it again in ${delayMs / 1000} s, log: ${child.spawned.logFile}`
      );
      await pause(delayMs, undefined, { signal: child.stopping.signal }).catch(() => undefined);
      if (isStopping(child)) return;
      delayMs = Math.min(2 * delayMs, longestDelayMs);
      startedAt = performance.now();
      child.spawned = launch(record, child.order);
      if (await becomesReady(child)) options.report(`${record.name} is back`);
    }
  }

  return {
    async start(record) {
      const order = children.length;
      const child: Child = { record, order, spawned: launch(record, order), stopping: new AbortController() };
      children.push(child);
      if (!(await becomesReady(child))) {
        const { logFile } = child.spawned;
        throw new Error(`${record.name} did not become ready; the end of ${logFile}:\n${lastLines(logFile, 15)}`);
      }
      void keepRunning(child);
    },
    async stopAll() {
      for (const child of children.toReversed()) {
        child.stopping.abort();
        const { pid } = child.spawned.process;
        if (pid !== undefined) await endProcess({ pid, signal: child.record.stopSignal, graceMs });
        removePidFile(options.runFolder, child.record.name);
      }
      children.length = 0;
    },
    pidOf: (name) => children.find((child) => child.record.name === name)?.spawned.process.pid,
  };
}

/** False when the child ends or its time is over before it says that it is ready. */
async function becomesReady(child: Child): Promise<boolean> {
  const { record, spawned } = child;
  const state = { ended: false, ready: false };
  void spawned.ended.then(() => (state.ended = true));
  await waitUntil(
    async () => {
      state.ready = await record.ready();
      return state.ready || state.ended || isStopping(child);
    },
    { timeoutMs: record.readyWithinMs, intervalMs: 100 }
  );
  return state.ready && !state.ended;
}

function isStopping(child: Child): boolean {
  return child.stopping.signal.aborted;
}
