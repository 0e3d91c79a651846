import type { Db } from '@ai-cos/service-kit';

export interface PersonRow {
  id: string;
  name: string;
  groups: string[];
  active: boolean;
  /** Last day of an absence, as a date; null when present. */
  absentUntil: string | null;
}

const SELECT = `id, name, groups, active, to_char(absent_until, 'YYYY-MM-DD') AS "absentUntil"`;

export async function findPerson(db: Db, id: string): Promise<PersonRow | undefined> {
  const { rows } = await db.query<PersonRow>(`SELECT ${SELECT} FROM ai_cos_people WHERE id = $1`, [id]);
  return rows[0];
}

export async function listPeople(db: Db): Promise<PersonRow[]> {
  const { rows } = await db.query<PersonRow>(`SELECT ${SELECT} FROM ai_cos_people ORDER BY id`);
  return rows;
}

/** The person behind a login; `issuers` are the spellings under which the company file may name it. */
export async function personOfIdentity(
  db: Db,
  issuers: readonly string[],
  identifier: string
): Promise<PersonRow | undefined> {
  const { rows } = await db.query<PersonRow>(
    `SELECT ${SELECT} FROM ai_cos_people WHERE id IN
       (SELECT person_id FROM ai_cos_identities WHERE issuer = ANY ($1) AND identifier = $2)`,
    [issuers, identifier]
  );
  return rows[0];
}

/** A Grafana admin while the company has no people file: remembered, so that votes have a person. */
export async function rememberAdmin(db: Db, id: string, name: string): Promise<PersonRow> {
  const { rows } = await db.query<PersonRow>(
    `INSERT INTO ai_cos_people (id, name, groups) VALUES ($1, $2, '{admin}')
     ON CONFLICT (id) DO UPDATE SET name = $2 RETURNING ${SELECT}`,
    [id, name]
  );
  const row = rows[0];
  if (row === undefined) throw new Error(`person ${id} was not stored`);
  return row;
}
