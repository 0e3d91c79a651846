import type { Db } from '@ai-cos/service-kit';
import { dateOf } from '../twin/calendar.ts';
import type { DayFigures } from '../twin/figures.ts';
import type { TwinState } from '../twin/state.ts';

/** `without-decisions` lives on from the day before the first lever was moved, with the same luck and without the move. */
export type WorldName = 'company' | 'without-decisions';

export interface World {
  name: WorldName;
  state: TwinState;
  /** Last day both worlds have in common; null for the company itself. */
  forkedDay: number | null;
}

const laterFields: Pick<TwinState, 'voucher' | 'parcelAccrual'> = {
  parcelAccrual: 0,
  voucher: { uses: 0, limit: null },
};

export async function saveWorld(db: Db, { name, state, forkedDay }: World): Promise<void> {
  await db.query(
    `INSERT INTO twin.worlds (name, day, forked_day, state) VALUES ($1, $2, $3, $4)
     ON CONFLICT (name) DO UPDATE SET day = EXCLUDED.day, forked_day = EXCLUDED.forked_day, state = EXCLUDED.state`,
    [name, state.day, forkedDay, JSON.stringify(state)]
  );
}

export async function loadWorld(db: Db, name: WorldName): Promise<World | null> {
  const { rows } = await db.query<{ state: TwinState; forked_day: number | null }>(
    'SELECT state, forked_day FROM twin.worlds WHERE name = $1',
    [name]
  );
  const row = rows[0];
  if (row === undefined) return null;
  // A state written by an older version lacks newer fields.
  return { name, state: { ...laterFields, ...row.state }, forkedDay: row.forked_day };
}

export async function dropWorld(db: Db, name: WorldName): Promise<void> {
  await db.query('DELETE FROM twin.worlds WHERE name = $1', [name]);
  await db.query('DELETE FROM twin.figures WHERE world = $1', [name]);
}

export async function saveFigures(db: Db, world: WorldName, figures: DayFigures): Promise<void> {
  await db.query(
    `INSERT INTO twin.figures (world, day, figures) VALUES ($1, $2, $3)
     ON CONFLICT (world, day) DO UPDATE SET figures = EXCLUDED.figures`,
    [world, dateOf(figures.day), JSON.stringify(figures)]
  );
}

export async function figuresSince(db: Db, world: WorldName, day: number): Promise<DayFigures[]> {
  const { rows } = await db.query<{ figures: DayFigures }>(
    'SELECT figures FROM twin.figures WHERE world = $1 AND day >= $2 ORDER BY day',
    [world, dateOf(day)]
  );
  return rows.map((row) => row.figures);
}
