import { existsSync } from 'node:fs';
import { join } from 'node:path';

import type { DatabaseRole } from '@ai-cos/service-kit';

import type { StackEnvironment } from '../config/env.ts';
import { ensureDatabases, ensureRoles } from '../database/roles.ts';
import { ensureSecret } from '../os/secret-file.ts';
import { reservePort } from '../ports.ts';
import { startCluster, type Cluster } from '../postgres/cluster.ts';
import { clusterHomeFor, type ClusterHome } from '../postgres/cluster-home.ts';
import { withClient } from '../postgres/connection.ts';
import { runningPostmaster } from '../postgres/postmaster-file.ts';
import type { StateFolder } from './state-folder.ts';

export type Databases = {
  /** Undefined when both databases are somebody else's. */
  cluster: Cluster | undefined;
  clusterHome: string | undefined;
  aicosOwnerUrl: string;
  aicosAppUrl: string;
  sourceUrl: string;
  effectsUrl: string | undefined;
  /** Undefined when the company is real: then there is no demo company at all. */
  demoOwnerUrl: string | undefined;
};

const PREFERRED_PORT = 54_320;

/** Uses the databases that are named in the environment and starts PostgreSQL for those that are not. */
export async function openDatabases(env: StackEnvironment, state: StateFolder): Promise<Databases> {
  const needed = env.DATABASE_URL === undefined || env.AICOS_SOURCE_URL === undefined;
  const place = needed ? clusterHomeFor(state.home) : undefined;
  const cluster = place === undefined ? undefined : await openCluster(env, place, state);
  const url = (role: DatabaseRole, database: string): string =>
    `postgresql://${role}:${passwordOf(role, state)}@127.0.0.1:${cluster?.port ?? 0}/${database}`;
  const isDemo = env.AICOS_SOURCE_URL === undefined && env.AICOS_SOURCE_DATABASE === undefined;
  return {
    cluster,
    clusterHome: place?.home,
    aicosOwnerUrl: env.AICOS_DATABASE_OWNER_URL ?? url('aicos_owner', 'aicos'),
    aicosAppUrl: env.DATABASE_URL ?? url('aicos_app', 'aicos'),
    sourceUrl: env.AICOS_SOURCE_URL ?? url('company_reader', env.AICOS_SOURCE_DATABASE ?? 'company'),
    effectsUrl: env.AICOS_EFFECTS_URL ?? (isDemo ? url('company_effects', 'company') : undefined),
    demoOwnerUrl: isDemo ? url('company_owner', 'company') : undefined,
  };
}

async function openCluster(env: StackEnvironment, place: ClusterHome, state: StateFolder): Promise<Cluster> {
  const dataFolder = join(place.home, 'data');
  // A server that a killed launcher left running keeps its port, or it could not be adopted.
  const running = existsSync(dataFolder) ? runningPostmaster(dataFolder) : undefined;
  const port =
    running !== undefined && (env.AICOS_PG_PORT ?? running.port) === running.port ? running.port : await freePort(env);
  const cluster = await startCluster({ ...place, port, listenAddresses: '127.0.0.1' });
  await withClient(cluster.superuserUrl(), async (client) => {
    await ensureRoles(client, (role) => passwordOf(role, state));
    await ensureDatabases(client);
  });
  return cluster;
}

async function freePort(env: StackEnvironment): Promise<number> {
  const wish = { variable: 'AICOS_PG_PORT', chosen: env.AICOS_PG_PORT, preferred: PREFERRED_PORT };
  const { port, release } = await reservePort(wish, '127.0.0.1');
  await release();
  return port;
}

function passwordOf(role: DatabaseRole, state: StateFolder): string {
  return ensureSecret(join(state.secrets, `database-${role}`));
}
