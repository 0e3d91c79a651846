import type { StackEnvironment } from '../config/env.ts';
import { openDatabases, type Databases } from '../installation/databases.ts';
import { describeInstallation, type Installation } from '../installation/installation.ts';
import { reservePorts } from '../installation/ports.ts';
import { announceRunning } from '../installation/running.ts';
import { ensureSharedSecrets } from '../installation/secrets.ts';
import { acquireStartLock } from '../installation/start-lock.ts';
import { openStateFolder } from '../installation/state-folder.ts';
import { print } from '../print.ts';
import { inRoot } from '../root.ts';
import { createSupervisor, type Supervisor } from '../supervise.ts';
import { stopLeftovers } from '../supervision/leftovers.ts';
import { step } from './progress.ts';
import { startServices } from './services.ts';

export type Stack = {
  installation: Installation;
  supervisor: Supervisor;
  /** Stops everything in the reverse order of its start; safe to call twice and before the start is complete. */
  stop: () => Promise<void>;
};

/** Brings up an installation; when `abort` fires or a step fails, what was started is stopped again. */
export async function bringUp(env: StackEnvironment, abort: AbortSignal): Promise<Stack> {
  const state = openStateFolder(env.AICOS_HOME);
  const release = acquireStartLock(state.run);
  const cleanups: (() => Promise<void>)[] = [];
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopping ??= runReversed(cleanups).finally(release));
  try {
    const leftovers = await stopLeftovers(state.run, 10_000);
    if (leftovers.length > 0) print(`  stopped what an earlier start left running: ${leftovers.join(', ')}`);
    const reservations = await reservePorts(env);
    cleanups.push(reservations.releaseAll);
    const databases = await step('PostgreSQL', () => openDatabases(env, state), whereItRuns);
    if (databases.cluster !== undefined) cleanups.push(databases.cluster.stop);
    abort.throwIfAborted();
    const installation = describeInstallation({
      env,
      state,
      databases,
      ports: reservations.ports,
      secretFiles: ensureSharedSecrets(state.secrets),
      demoCompanyFile: inRoot('demo', 'company.yaml'),
    });
    const supervisor = createSupervisor({
      runFolder: state.run,
      logFolder: state.logs,
      report: (message) => print(`  ! ${message}`),
    });
    cleanups.push(supervisor.stopAll);
    await unlessAborted(startServices(installation, { supervisor, handOver: reservations.handOver, abort }), abort);
    announceRunning(installation);
    return { installation, supervisor, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function whereItRuns({ cluster, clusterHome }: Databases): string {
  if (cluster === undefined) return 'your own';
  return `port ${cluster.port}, ${cluster.adopted ? 'was still running' : `data in ${clusterHome ?? ''}`}`;
}

/** Ctrl-C ends the wait at once; every later step of the start checks the signal before it starts anything. */
async function unlessAborted(work: Promise<void>, abort: AbortSignal): Promise<void> {
  const aborted = new Promise<never>((_, reject) => {
    abort.addEventListener('abort', () => {
      reject(abort.reason as Error);
    });
  });
  await Promise.race([work, aborted]);
}

async function runReversed(cleanups: readonly (() => Promise<void>)[]): Promise<void> {
  for (const cleanup of cleanups.toReversed()) await cleanup();
}
