import { DATABASE_ROLES, DATABASES, type DatabaseRole } from '@ai-cos/service-kit';
import type { Client } from 'pg';

/** Creates missing roles and sets every role's password; a second call changes nothing else. */
export async function ensureRoles(client: Client, passwordOf: (role: DatabaseRole) => string): Promise<void> {
  for (const role of DATABASE_ROLES) {
    const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
    const verb = rowCount === 0 ? 'CREATE' : 'ALTER';
    const password = client.escapeLiteral(passwordOf(role));
    await client.query(
      `${verb} ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS NOREPLICATION PASSWORD ${password}`
    );
  }
}

/** Creates the two databases and lets nobody else connect to them. */
export async function ensureDatabases(client: Client): Promise<void> {
  for (const [database, { owner, users }] of Object.entries(DATABASES)) {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${database} OWNER ${owner}`);
    await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${database} TO ${users.join(', ')}`);
  }
}
