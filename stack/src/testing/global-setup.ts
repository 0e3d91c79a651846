import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import type { TestCluster } from '@ai-cos/service-kit/testing';
import type { TestProject } from 'vitest/node';

import { SUPERUSER } from '../postgres/initialise.ts';
import { startTestCluster } from './test-cluster.ts';
import { findTestTools } from './test-tools.ts';

/** One PostgreSQL cluster for the whole test run; ended here, or by the watchdog when vitest is killed. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { cluster, home } = await startTestCluster();
  const watchdog = spawn(
    process.execPath,
    [fileURLToPath(new URL('./watchdog.ts', import.meta.url)), String(cluster.pid), home],
    { detached: true, stdio: ['pipe', 'ignore', 'ignore'] }
  );
  watchdog.unref();
  const provided: TestCluster = {
    socketFolder: cluster.socketFolder,
    port: cluster.port,
    superuser: SUPERUSER,
    password: cluster.superuserPassword,
  };
  project.provide('testCluster', provided);
  project.provide('testTools', findTestTools());
  return async () => {
    await cluster.stop();
    rmSync(home, { recursive: true, force: true });
    watchdog.stdin.end();
  };
}
