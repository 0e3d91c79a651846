import { inTransaction, type Pool } from '@ai-cos/service-kit';
import { dateOf } from '../twin/calendar.ts';
import type { TwinState } from '../twin/state.ts';
import { orderDisturbance } from '../world/commands.ts';
import { parseParameters, scenarioNamed } from './list.ts';

export interface DrillRequest {
  name: string;
  seed: number;
  set: Readonly<Record<string, unknown>>;
}

/** The ground truth of a started scenario, for people and evaluations; analyses never see it. */
export interface Drill {
  scenario: string;
  title: string;
  drill: true;
  seed: number;
  parameters: Record<string, unknown>;
  startsOn: string;
  rootKpis: readonly string[];
  symptoms: readonly string[];
  cures: readonly string[];
  expected: { detectionDays: number; recoveryDays: number };
}

/** Puts a scenario on record as a drill; it acts from the next business day on. */
export async function startDrill(pool: Pool, state: TwinState, { name, seed, set }: DrillRequest): Promise<Drill> {
  const scenario = scenarioNamed(name);
  const parameters = parseParameters(scenario, set);
  const day = state.day + 1;
  const disturbances = scenario.disturb({ state, day, seed }, parameters);
  const { title, rootKpis, symptoms, cures, expected } = scenario;
  const record: Drill = {
    scenario: name,
    title,
    drill: true,
    seed,
    parameters,
    startsOn: dateOf(day),
    rootKpis,
    symptoms,
    cures,
    expected,
  };
  await inTransaction(pool, async (db) => {
    for (const disturbance of disturbances) await orderDisturbance(db, disturbance, `drill ${name}`);
    await db.query(
      'INSERT INTO twin.drills (scenario, seed, parameters, record, started_day) VALUES ($1, $2, $3, $4, $5)',
      [name, seed, JSON.stringify(parameters), JSON.stringify({ ...record, disturbances }), record.startsOn]
    );
  });
  return record;
}
