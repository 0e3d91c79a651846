import { Worker } from 'node:worker_threads';
import { SimulationRefused } from '../validation/refusal.ts';
import type { JobKind, JobReply, Jobs } from './job.ts';

/** The run was stopped by its caller. */
export class SimulationCancelled extends Error {
  override readonly name = 'SimulationCancelled';
}

/** The run ended by an error of the engine or of its sources. */
export class SimulationFailed extends Error {
  override readonly name = 'SimulationFailed';
}

export interface RunOptions {
  /** Aborting stops the run at its next step; the promise is rejected with SimulationCancelled. */
  readonly signal?: AbortSignal;
  /** Hears shares between 0 and 1 while the run lasts. */
  readonly onProgress?: (share: number) => void;
}

/** Simulations and forecasts in a worker thread: the caller's event loop never computes. */
export interface SimulationService extends AsyncDisposable {
  run<K extends JobKind>(kind: K, question: Jobs[K]['question'], options?: RunOptions): Promise<Jobs[K]['answer']>;
  close(): Promise<void>;
}

interface Pending {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: (share: number) => void;
}

function errorOf({ name, message, fields }: Extract<JobReply, { kind: 'failure' }>): Error {
  if (name === 'SimulationRefused') return new SimulationRefused(fields);
  return name === 'JobCancelled' ? new SimulationCancelled(message) : new SimulationFailed(`${name}: ${message}`);
}

/** Starts the worker on first use and keeps it warm; a worker that dies fails its runs and is replaced. */
export function createSimulationService(): SimulationService {
  const pending = new Map<number, Pending>();
  let worker: Worker | undefined;
  let lastId = 0;

  function settle(message: JobReply): void {
    const job = pending.get(message.id);
    if (!job) return;
    if (message.kind === 'progress') {
      job.onProgress(message.share);
      return;
    }
    pending.delete(message.id);
    if (message.kind === 'answer') job.resolve(message.answer as never);
    else job.reject(errorOf(message));
    if (pending.size === 0) worker?.unref();
  }

  function failAll(error: Error): void {
    worker = undefined;
    for (const job of pending.values())
      job.reject(new SimulationFailed(`the simulation worker stopped: ${error.message}`));
    pending.clear();
  }

  function start(): Worker {
    const started = new Worker(new URL('simulation-worker.ts', import.meta.url));
    started.on('message', settle);
    started.on('error', failAll);
    started.on('exit', (code) => {
      if (worker === started) failAll(new Error(`exit code ${code}`));
    });
    return started;
  }

  async function close(): Promise<void> {
    const stopping = worker;
    failAll(new Error('the service was closed'));
    await stopping?.terminate();
  }

  return {
    run(kind, question, { signal, onProgress = () => undefined } = {}) {
      if (signal?.aborted === true) return Promise.reject(new SimulationCancelled('cancelled before it began'));
      const id = ++lastId;
      const cancelled = new SharedArrayBuffer(4);
      signal?.addEventListener('abort', () => Atomics.store(new Int32Array(cancelled), 0, 1), { once: true });
      worker ??= start();
      worker.ref();
      return new Promise((resolve, reject) => {
        pending.set(id, { resolve, reject, onProgress });
        worker?.postMessage({ id, kind, question, cancelled });
      });
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
