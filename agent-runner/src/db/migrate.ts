import { createPool, inTransaction, type Pool } from '@ai-cos/service-kit';
import { createHash } from 'node:crypto';
import { installQueues } from '../dispatch/install-queues.ts';
import { readMigrations, type Migration } from './migrations.ts';

/** Any number, only equal in every process that migrates. */
const MIGRATION_LOCK = 4_221_001;

/**
 * Brings the schema up to date as the owner; a second run changes nothing. A migration that was edited after it ran is
 * refused: write a new one.
 */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const pool = createPool({
    url: ownerUrl,
    applicationName: 'ai-cos-migrate',
    max: 2,
    settings: { 'request.jwt.claims': '{"role":"service_role"}' },
    onError: () => undefined,
  });
  try {
    const applied = await applyAll(pool);
    await installQueues(ownerUrl, pool);
    return applied;
  } finally {
    await pool.end();
  }
}

async function applyAll(pool: Pool): Promise<string[]> {
  return inTransaction(pool, async (client) => {
    await client.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    await client.query(
      `CREATE TABLE IF NOT EXISTS ai_cos_migrations (
         name text PRIMARY KEY, digest text NOT NULL, applied_at timestamptz NOT NULL DEFAULT clock_timestamp())`
    );
    const { rows } = await client.query<{ name: string; digest: string }>('SELECT name, digest FROM ai_cos_migrations');
    const known = new Map(rows.map((row) => [row.name, row.digest]));
    const applied: string[] = [];
    for (const migration of readMigrations()) {
      if (isApplied(migration, known)) continue;
      await client.query(migration.sql);
      await client.query('INSERT INTO ai_cos_migrations (name, digest) VALUES ($1, $2)', [
        migration.name,
        digestOf(migration),
      ]);
      applied.push(migration.name);
    }
    await client.query('ALTER TABLE ai_cos_migrations ENABLE ROW LEVEL SECURITY');
    return applied;
  });
}

function isApplied(migration: Migration, known: ReadonlyMap<string, string>): boolean {
  const digest = known.get(migration.name);
  if (digest === undefined) return false;
  if (digest === digestOf(migration)) return true;
  throw new Error(`migration ${migration.name} was changed after it ran; undo the change and write a new migration`);
}

function digestOf({ sql }: Migration): string {
  return createHash('sha256').update(sql).digest('hex');
}
