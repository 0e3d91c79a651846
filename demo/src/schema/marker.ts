import { DomainError, type Db } from '@ai-cos/service-kit';

export type MarkerKind = 'twin' | 'import';

export interface Marker {
  company: string;
  kind: MarkerKind;
  seeded: boolean;
}

/** The marker of a database, or null when the database is not one of ours. */
export async function readMarker(db: Db): Promise<Marker | null> {
  const { rows: found } = await db.query<{ there: boolean }>(`SELECT to_regclass('demo.marker') IS NOT NULL AS there`);
  if (found[0]?.there !== true) return null;
  const { rows } = await db.query<Marker>('SELECT company, kind, seeded_at IS NOT NULL AS seeded FROM demo.marker');
  return rows[0] ?? null;
}

/** Refuses a database that does not belong to the demo company. */
export async function requireMarker(db: Db, kind: MarkerKind): Promise<Marker> {
  const marker = await readMarker(db);
  if (marker?.kind === kind) return marker;
  const found = marker === null ? 'it carries no demo marker' : `it holds "${marker.company}" (${marker.kind})`;
  throw new DomainError(
    'not_a_demo_database',
    `This command only works on a database of the demo company, and this is none: ${found}. Point AICOS_DEMO_DATABASE_URL at the demo database.`
  );
}

/** Marks a database as ours; a database that already holds somebody's tables is refused. */
export async function claimDatabase(db: Db, company: string, kind: MarkerKind): Promise<void> {
  const marker = await readMarker(db);
  if (marker !== null) {
    await requireMarker(db, kind);
    return;
  }
  await db.query('INSERT INTO demo.marker (company, kind) VALUES ($1, $2)', [company, kind]);
}

/** Tables of the shop that exist although no marker does: a company's own database. */
export async function foreignTables(db: Db): Promise<number> {
  const { rows } = await db.query<{ count: string }>(
    `SELECT count(*) AS count FROM information_schema.tables WHERE table_schema NOT IN ('pg_catalog', 'information_schema')`
  );
  return Number(rows[0]?.count ?? 0);
}

/** Before the first migration: the database must be empty or ours. */
export async function requireOwnOrEmpty(db: Db): Promise<void> {
  const { rows } = await db.query<{ there: boolean }>(`SELECT to_regclass('demo.migrations') IS NOT NULL AS there`);
  if (rows[0]?.there === true) return;
  const tables = await foreignTables(db);
  if (tables === 0) return;
  throw new DomainError(
    'not_a_demo_database',
    `The database already holds ${String(tables)} tables of somebody else; the demo company is only put into an empty database of its own.`
  );
}
