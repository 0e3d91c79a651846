import type { Databases } from '../installation/databases.ts';
import type { Cluster } from '../postgres/cluster.ts';
import { withClient } from '../postgres/connection.ts';

type ImportDatabase = { name: string; ownerUrl: string };

/** A database for imported data with the roles of a company; the simulated company keeps its own. */
export async function ensureImportDatabase(
  cluster: Cluster,
  { demoOwnerUrl }: Databases,
  dataset: string
): Promise<ImportDatabase> {
  if (demoOwnerUrl === undefined)
    throw new Error('unset AICOS_SOURCE_URL and AICOS_SOURCE_DATABASE: an import goes into the embedded server');
  const name = `company_${dataset.replaceAll(/[^a-z0-9]+/g, '_')}`;
  await withClient(cluster.superuserUrl(), async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${name} OWNER company_owner`);
    await client.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${name} TO company_reader, company_effects`);
  });
  const owner = new URL(demoOwnerUrl);
  owner.pathname = `/${name}`;
  return { name, ownerUrl: owner.href };
}
