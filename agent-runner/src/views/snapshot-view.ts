import { kpiIds, kpis } from '@ai-cos/catalog';
import type { Db } from '@ai-cos/service-kit';
import type { Mode, PageQuery, Snapshot } from '../contract/index.ts';

interface SnapshotRow {
  id: string;
  createdAt: Date;
  createdAsOf: Date;
  mode: Mode;
  values: Record<string, number | null>;
  globalHealth: number;
  confidence: number;
  risk: number;
}

const VALUES = kpiIds.map((id) => `'${id}', ${kpis[id].snapshotColumn}::float8`).join(', ');

export async function listSnapshots(db: Db, { limit, cursor }: PageQuery): Promise<Snapshot[]> {
  return read(
    db,
    `WHERE $2::uuid IS NULL OR (created_at, id) < (SELECT created_at, id FROM ai_cos_snapshots WHERE id = $2)
     ORDER BY created_at DESC, id DESC LIMIT $1`,
    [limit, cursor ?? null]
  );
}

export async function findSnapshot(db: Db, id: string): Promise<Snapshot | undefined> {
  const [snapshot] = await read(db, 'WHERE id = $1', [id]);
  return snapshot;
}

async function read(db: Db, rest: string, params: unknown[]): Promise<Snapshot[]> {
  const { rows } = await db.query<SnapshotRow>(
    `SELECT id, created_at AS "createdAt", created_as_of AS "createdAsOf", mode, jsonb_build_object(${VALUES}) AS values,
            global_health::float8 AS "globalHealth", confidence::float8, risk::float8
       FROM ai_cos_snapshots ${rest}`,
    params
  );
  return rows.map(({ values, createdAt, createdAsOf, ...row }) => ({
    ...row,
    kpis: values,
    createdAt: createdAt.toISOString(),
    createdAsOf: createdAsOf.toISOString(),
  }));
}
