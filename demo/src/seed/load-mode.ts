import type { Db } from '@ai-cos/service-kit';

/**
 * Takes foreign keys and plain indexes of schema `shop` off and returns how to put them back: keeping them row by row
 * costs more than the load itself. Primary keys stay.
 */
export async function enterLoadMode(db: Db): Promise<() => Promise<void>> {
  const { rows: keys } = await db.query<{ relation: string; name: string; definition: string }>(
    `SELECT conrelid::regclass::text AS relation, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
     FROM pg_constraint WHERE contype = 'f' AND connamespace = 'shop'::regnamespace`
  );
  const { rows: indexes } = await db.query<{ name: string; definition: string }>(
    `SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition
     FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
     WHERE c.relnamespace = 'shop'::regnamespace AND NOT i.indisunique`
  );
  for (const { relation, name } of keys) await db.query(`ALTER TABLE ${relation} DROP CONSTRAINT ${name}`);
  for (const { name } of indexes) await db.query(`DROP INDEX ${name}`);
  return async () => {
    for (const { definition } of indexes) await db.query(definition);
    for (const { relation, name, definition } of keys) {
      await db.query(`ALTER TABLE ${relation} ADD CONSTRAINT ${name} ${definition}`);
    }
  };
}
