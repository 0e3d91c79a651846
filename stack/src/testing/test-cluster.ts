import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ensureRoles } from '../database/roles.ts';
import { startCluster, type Cluster } from '../postgres/cluster.ts';
import { withClient } from '../postgres/connection.ts';

/** A test cluster is thrown away: durability would only cost time. */
const TEST_SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
  shared_buffers: '128MB',
};

/** Starts a cluster in a temporary folder, reachable by socket only, with every role of an installation. */
export async function startTestCluster(): Promise<{ cluster: Cluster; home: string }> {
  const home = mkdtempSync(join(tmpdir(), 'aicos-test-'));
  const cluster = await startCluster({
    home,
    binariesFolder: join(tmpdir(), `aicos-postgresql-${process.getuid?.() ?? 'user'}`),
    port: 5432,
    listenAddresses: '',
    settings: TEST_SETTINGS,
  });
  await withClient(cluster.superuserUrl(), (client) => ensureRoles(client, () => cluster.superuserPassword));
  return { cluster, home };
}
