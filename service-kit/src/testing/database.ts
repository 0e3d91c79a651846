import { randomBytes } from 'node:crypto';

import { DATABASES, type DatabaseKind, type DatabaseRole } from '../database-roles.ts';
import { testUrl } from './cluster.ts';
import { asSuperuser, createDatabase, openConnections } from './maintenance.ts';
import { ensureTemplate, type Migrate } from './templates.ts';

export type TestDatabaseOptions = {
  /** Which of the two production databases this one stands for: decides its owner and who may connect. */
  kind: DatabaseKind;
  /** A name shared by all tests that want the same content: `migrate` then runs once per run, every test gets a copy. */
  template?: string;
  /** Fills the database; without it the database is empty. */
  migrate?: Migrate;
};

export type TestDatabase = {
  name: string;
  url: (role: DatabaseRole) => string;
  /** Drops the database; throws when a pool of the test is still connected to it. */
  close: () => Promise<void>;
};

/** A database of its own for one test file, on the run's cluster. */
export async function createTestDatabase({ kind, template, migrate }: TestDatabaseOptions): Promise<TestDatabase> {
  if (template !== undefined && migrate === undefined) throw new Error(`template ${template} needs a migrate function`);
  const name = `test_${kind}_${randomBytes(6).toString('hex')}`;
  const source =
    template === undefined || migrate === undefined ? undefined : await ensureTemplate(kind, template, migrate);
  await asSuperuser((client) => createDatabase(client, kind, name, source));
  if (source === undefined) await migrate?.(testUrl(DATABASES[kind].owner, name));
  return { name, url: (role) => testUrl(role, name), close: () => drop(name) };
}

async function drop(name: string): Promise<void> {
  await asSuperuser(async (client) => {
    const leaked = await openConnections(client, name);
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    if (leaked.length > 0)
      throw new Error(`connections were left open on ${name}: ${leaked.join('; ')}; close the pool first`);
  });
}
