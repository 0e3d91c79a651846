import type { Db } from '@ai-cos/service-kit';

interface ForeignKey {
  relation: string;
  name: string;
  definition: string;
}

/** Takes the foreign keys of schema `shop` off and returns how to put them back: checking them row by row costs more than the load. */
export async function dropForeignKeys(db: Db): Promise<() => Promise<void>> {
  const { rows } = await db.query<ForeignKey>(
    `SELECT conrelid::regclass::text AS relation, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
     FROM pg_constraint WHERE contype = 'f' AND connamespace = 'shop'::regnamespace`
  );
  for (const { relation, name } of rows) await db.query(`ALTER TABLE ${relation} DROP CONSTRAINT ${name}`);
  return async () => {
    for (const { relation, name, definition } of rows) {
      await db.query(`ALTER TABLE ${relation} ADD CONSTRAINT ${name} ${definition}`);
    }
  };
}
