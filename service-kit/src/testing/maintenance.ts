import { setTimeout as pause } from 'node:timers/promises';

import pg from 'pg';

import { DATABASES, type DatabaseKind } from '../database-roles.ts';
import { superuserUrl } from './cluster.ts';

const DISCONNECT_TIMEOUT_MS = 3_000;

/** Runs something as superuser on a connection of its own. */
export async function asSuperuser<T>(use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: superuserUrl() });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

/** Creates a database owned and opened like the production database of its kind. */
export async function createDatabase(client: pg.Client, kind: DatabaseKind, name: string, template?: string) {
  const { owner, users } = DATABASES[kind];
  const source = template === undefined ? '' : `TEMPLATE ${template} STRATEGY FILE_COPY`;
  await client.query(`CREATE DATABASE ${name} OWNER ${owner} ${source}`);
  // Rights on a database are not copied from its template.
  await client.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
  await client.query(`GRANT CONNECT ON DATABASE ${name} TO ${users.join(', ')}`);
}

/** Connections still open on a database, described; a pool that was just closed gets a moment to say goodbye. */
export async function openConnections(client: pg.Client, database: string): Promise<string[]> {
  const deadline = performance.now() + DISCONNECT_TIMEOUT_MS;
  for (;;) {
    const { rows } = await client.query<{ text: string }>(
      `SELECT format('%s (%s, %s): %s', usename, coalesce(nullif(application_name, ''), 'unnamed'), state, left(query, 120)) AS text
         FROM pg_stat_activity WHERE datname = $1 AND backend_type = 'client backend'`,
      [database]
    );
    if (rows.length === 0 || performance.now() >= deadline) return rows.map((row) => row.text);
    await pause(20);
  }
}
