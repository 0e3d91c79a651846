import type { Db } from '@ai-cos/service-kit';
import { SimulationRequest, type PageQuery, type Simulation, type SimulationResult } from '../contract/index.ts';
import { enqueueOutbox } from '../outbox/enqueue.ts';

interface SimulationRow {
  id: string;
  createdAt: Date;
  createdAsOf: Date | null;
  scenarioName: string;
  scenarioType: Simulation['scenarioType'];
  request: unknown;
  state: Simulation['state'];
  progress: number;
  executedBy: string;
  notes: string | null;
  confidence: number;
  failure: string | null;
  result: SimulationResult | null;
}

const SELECT = `id, created_at AS "createdAt", created_as_of AS "createdAsOf", scenario_name AS "scenarioName",
  scenario_type AS "scenarioType", input_params AS request, state, progress::float8, executed_by AS "executedBy", notes,
  confidence::float8, failure, result`;

export async function listSimulations(db: Db, { limit, cursor }: PageQuery): Promise<Simulation[]> {
  const { rows } = await db.query<SimulationRow>(
    `SELECT ${SELECT} FROM ai_cos_simulations
      WHERE $2::uuid IS NULL OR (created_at, id) < (SELECT created_at, id FROM ai_cos_simulations WHERE id = $2)
      ORDER BY created_at DESC, id DESC LIMIT $1`,
    [limit, cursor ?? null]
  );
  return rows.map(viewOf);
}

export async function findSimulation(db: Db, id: string): Promise<Simulation | undefined> {
  const { rows } = await db.query<SimulationRow>(`SELECT ${SELECT} FROM ai_cos_simulations WHERE id = $1`, [id]);
  return rows[0] === undefined ? undefined : viewOf(rows[0]);
}

function viewOf({ request, createdAt, createdAsOf, ...row }: SimulationRow): Simulation {
  return {
    ...row,
    inputParams: SimulationRequest.parse(request).levers,
    createdAt: createdAt.toISOString(),
    createdAsOf: createdAsOf?.toISOString() ?? null,
  };
}

export async function insertSimulation(
  db: Db,
  request: SimulationRequest,
  { executedBy, asOf }: { executedBy: string; asOf: Date }
): Promise<string> {
  const [lever, ...others] = request.levers;
  const { rows } = await db.query<{ id: string }>(
    `INSERT INTO ai_cos_simulations (scenario_name, scenario_type, input_params, executed_by, notes, created_as_of)
     VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
    [
      request.scenarioName,
      others.length === 0 ? (lever?.scenarioType ?? 'plan') : 'plan',
      JSON.stringify(request),
      executedBy,
      request.notes ?? null,
      asOf,
    ]
  );
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('the simulation was not stored');
  await enqueueOutbox(db, { topic: 'simulation', ref: id, rowVersion: 1 });
  return id;
}

/** Takes a queued run, or one whose worker died; undefined when there is nothing to do. */
export async function claimSimulation(db: Db, id: string): Promise<SimulationRequest | undefined> {
  const { rows } = await db.query<{ request: unknown }>(
    `UPDATE ai_cos_simulations
        SET state = 'running', started_at = clock_timestamp(), lease_until = clock_timestamp() + interval '10 minutes',
            progress = 0, row_version = row_version + 1
      WHERE id = $1 AND (state = 'queued' OR (state = 'running' AND lease_until < clock_timestamp()))
      RETURNING input_params AS request`,
    [id]
  );
  if (rows[0] === undefined) return undefined;
  await enqueueOutbox(db, { topic: 'simulation', ref: id });
  return SimulationRequest.parse(rows[0].request);
}

/** False when somebody cancelled it meanwhile. */
export async function noteProgress(db: Db, id: string, share: number): Promise<boolean> {
  const { rowCount } = await db.query(
    `UPDATE ai_cos_simulations SET progress = $2 WHERE id = $1 AND state = 'running'`,
    [id, Math.max(0, Math.min(1, share))]
  );
  return rowCount === 1;
}

export async function completeSimulation(db: Db, id: string, result: SimulationResult): Promise<void> {
  await db.query(
    `UPDATE ai_cos_simulations
        SET state = 'completed', progress = 1, result = $2, predicted_kpis = $3, impact_analysis = $4, confidence = $5,
            seed = $6, method = $7, paths = $8, finished_at = clock_timestamp(), lease_until = NULL,
            row_version = row_version + 1
      WHERE id = $1 AND state = 'running'`,
    [
      id,
      JSON.stringify(result),
      JSON.stringify(result.predictedKpis),
      JSON.stringify(result.impactAnalysis),
      result.confidence,
      result.seed,
      result.method,
      result.draws,
    ]
  );
  await enqueueOutbox(db, { topic: 'simulation', ref: id });
}

/** Ends a run without a result; false when it had ended already. */
export async function endSimulation(
  db: Db,
  id: string,
  { state, failure }: { state: 'failed' | 'cancelled'; failure: string | null }
): Promise<boolean> {
  const { rowCount } = await db.query(
    `UPDATE ai_cos_simulations SET state = $2, failure = $3, finished_at = clock_timestamp(), lease_until = NULL,
            row_version = row_version + 1
      WHERE id = $1 AND state IN ('queued', 'running')`,
    [id, state, failure]
  );
  if (rowCount === 1) await enqueueOutbox(db, { topic: 'simulation', ref: id });
  return rowCount === 1;
}
