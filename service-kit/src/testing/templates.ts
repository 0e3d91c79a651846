import { DATABASES, type DatabaseKind } from '../database-roles.ts';
import { testUrl } from './cluster.ts';
import { asSuperuser, createDatabase, openConnections } from './maintenance.ts';

/** Fills a database, given its owner's address; closes what it opens. */
export type Migrate = (ownerUrl: string) => Promise<void>;

/** Any number, only equal in every test process: the advisory lock that lets one of them build a template. */
const TEMPLATE_LOCK = 4_221_337;

/** The database to clone for a template; built by the first test process of the run that asks for it. */
export async function ensureTemplate(kind: DatabaseKind, template: string, migrate: Migrate): Promise<string> {
  const name = `template_${kind}_${template.replaceAll(/[^a-z0-9]+/g, '_')}`;
  return asSuperuser(async (client) => {
    await client.query('SELECT pg_advisory_lock($1, hashtext($2))', [TEMPLATE_LOCK, name]);
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount !== 0) return name;
    const draft = `${name}_draft`;
    await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
    await createDatabase(client, kind, draft);
    await migrate(testUrl(DATABASES[kind].owner, draft));
    const leaked = await openConnections(client, draft);
    if (leaked.length > 0)
      throw new Error(`the builder of template ${template} left connections open: ${leaked.join('; ')}`);
    await client.query(`ALTER DATABASE ${draft} RENAME TO ${name}`);
    await client.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
    return name;
  });
}
