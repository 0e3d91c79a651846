import { migrate, seedCompany, dayOf } from '@ai-cos/demo';
import { createPool, DATABASES } from '@ai-cos/service-kit';
import pg from 'pg';
import type { Cluster } from '../../../stack/src/postgres/cluster.ts';
import { print } from '../../eval/print.ts';

export interface SimulatedCompany {
  readonly ownerUrl: string;
  readonly readerUrl: string;
  /** The last instant with facts. */
  readonly until: Date;
}

export interface SimulatedCompanyOptions {
  readonly cluster: Cluster;
  readonly name: string;
  /** 1 = 60 orders and 3,000 sessions a day. */
  readonly scale: number;
  readonly months: number;
}

const lastDay = '2026-09-21';

function roleUrl(cluster: Cluster, role: string, database: string): string {
  const url = new URL(cluster.superuserUrl());
  url.username = role;
  url.pathname = `/${database}`;
  return url.toString();
}

/** A database of its own with the history of the demo company. */
export async function simulatedCompany(options: SimulatedCompanyOptions): Promise<SimulatedCompany> {
  const { cluster, name, scale, months } = options;
  const { owner, users } = DATABASES.company;
  const admin = new pg.Client({ connectionString: cluster.superuserUrl() });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name} OWNER ${owner}`);
  await admin.query(`GRANT CONNECT ON DATABASE ${name} TO ${users.join(', ')}`);
  await admin.end();

  const ownerUrl = roleUrl(cluster, owner, name);
  const pool = createPool({
    url: ownerUrl,
    applicationName: 'bench',
    max: 4,
    onError: (error) => print(String(error)),
  });
  await migrate(pool);
  const plan = { seed: 1, scale, endDay: dayOf(lastDay), months, sessionMonths: 13 };
  await seedCompany(pool, { plan, daySeconds: 20, onProgress: () => undefined });
  await pool.end();
  return { ownerUrl, readerUrl: roleUrl(cluster, users[0], name), until: new Date(`${lastDay}T00:00:00Z`) };
}
