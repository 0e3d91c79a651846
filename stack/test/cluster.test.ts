import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { DATABASE_ROLES } from '@ai-cos/service-kit';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { ensureDatabases, ensureRoles } from '../src/database/roles.ts';
import { isRunning, signalProcess } from '../src/os/process-identity.ts';
import { waitUntil } from '../src/os/wait-until.ts';
import { startCluster, type Cluster, type ClusterOptions } from '../src/postgres/cluster.ts';
import { socketUrl, withClient } from '../src/postgres/connection.ts';

// Every test creates a cluster of its own, which a busy machine takes seconds for.
vi.setConfig({ testTimeout: 60_000 });

let home: string;
let clusters: Cluster[];

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'aicos-cluster-'));
  clusters = [];
});

afterEach(async () => {
  for (const cluster of clusters) await cluster.stop();
  rmSync(home, { recursive: true, force: true });
});

async function start(overrides: Partial<ClusterOptions> = {}): Promise<Cluster> {
  const cluster = await startCluster({
    home,
    binariesFolder: join(tmpdir(), 'aicos-test-binaries'),
    port: 5432,
    listenAddresses: '',
    settings: { fsync: 'off' },
    ...overrides,
  });
  clusters.push(cluster);
  return cluster;
}

async function kill(cluster: Cluster): Promise<void> {
  signalProcess(cluster.pid, 'SIGKILL');
  await waitUntil(() => !isRunning(cluster.pid), { timeoutMs: 5_000, intervalMs: 5 });
}

describe('startCluster', () => {
  it('adopts the server that an earlier launcher left running', async () => {
    const first = await start();

    const second = await start();

    expect(second.adopted).toBe(true);
    expect(second.pid).toBe(first.pid);
  });

  it('replaces a running server that listens elsewhere', async () => {
    const first = await start();

    const second = await start({ port: 5433 });

    expect(second.adopted).toBe(false);
    expect(isRunning(first.pid)).toBe(false);
    await withClient(second.superuserUrl(), (client) => client.query('SELECT 1'));
  });

  it('starts again on the same data right after the server was killed', async () => {
    const first = await start();
    await withClient(first.superuserUrl(), (client) => client.query('CREATE TABLE kept AS SELECT 1 AS value'));
    await kill(first);

    const second = await start();

    const { rows } = await withClient(second.superuserUrl(), (client) => client.query('SELECT value FROM kept'));
    expect(rows).toEqual([{ value: 1 }]);
  });

  it('stops a server that is gone already', async () => {
    const cluster = await start();
    await kill(cluster);

    await expect(cluster.stop()).resolves.toBeUndefined();
  });

  it('keeps its secret and its socket to its own user', async () => {
    const cluster = await start();

    expect(statSync(join(home, 'superuser-secret')).mode & 0o777).toBe(0o600);
    expect(statSync(cluster.socketFolder).mode & 0o777).toBe(0o700);
    expect(existsSync(join(home, 'initdb-password'))).toBe(false);
  });

  it('refuses a wrong password', async () => {
    const cluster = await start();

    const wrong = withClient(socketUrl(cluster, 'postgres', 'guess', 'postgres'), (client) => client.query('SELECT 1'));

    await expect(wrong).rejects.toThrow('password authentication failed');
  });

  it('says why a server does not start', async () => {
    const attempt = startCluster({
      home,
      binariesFolder: tmpdir(),
      port: 5432,
      listenAddresses: '',
      settings: { no_such_setting: '1' },
      attempts: 1,
    });

    await expect(attempt).rejects.toThrow(/unrecognized configuration parameter "no_such_setting"/);
  });
});

describe('roles and databases', () => {
  it('are created once and left alone by a second run', async () => {
    const cluster = await start();

    for (let run = 0; run < 2; run++) {
      await withClient(cluster.superuserUrl(), async (client) => {
        await ensureRoles(client, (role) => `secret-of-${role}`);
        await ensureDatabases(client);
      });
    }

    const { rows } = await withClient(cluster.superuserUrl(), (client) =>
      client.query<{ rolname: string; rolsuper: boolean }>(
        `SELECT rolname, rolsuper FROM pg_roles WHERE rolname = ANY($1)`,
        [DATABASE_ROLES]
      )
    );
    expect(rows).toHaveLength(DATABASE_ROLES.length);
    expect(rows.some((row) => row.rolsuper)).toBe(false);
  });

  it('keep the roles of the company out of the database of AI-COS', async () => {
    const cluster = await start();
    await withClient(cluster.superuserUrl(), async (client) => {
      await ensureRoles(client, () => 'secret');
      await ensureDatabases(client);
    });

    const intruder = withClient(socketUrl(cluster, 'company_reader', 'secret', 'aicos'), (client) =>
      client.query('SELECT 1')
    );

    await expect(intruder).rejects.toThrow('permission denied for database "aicos"');
  });
});
