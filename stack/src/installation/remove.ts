import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { clusterHomeFor } from '../postgres/cluster-home.ts';
import { runningPostmaster } from '../postgres/postmaster-file.ts';
import { stopPostmaster } from '../postgres/stop.ts';
import { stopLeftovers } from '../supervision/leftovers.ts';
import { acquireStartLock } from './start-lock.ts';

/** Removes an installation with all its data, after ending what a kill left running; throws while its launcher lives. */
export async function removeInstallation(home: string): Promise<void> {
  if (!existsSync(home)) return;
  const run = join(home, 'run');
  if (existsSync(run)) {
    acquireStartLock(run);
    await stopLeftovers(run, 10_000);
  }
  const cluster = clusterHomeFor(home).home;
  const dataFolder = join(cluster, 'data');
  const postmaster = existsSync(dataFolder) ? runningPostmaster(dataFolder) : undefined;
  if (postmaster !== undefined) await stopPostmaster(postmaster.pid);
  for (const folder of [cluster, home]) rmSync(folder, { recursive: true, force: true });
}
