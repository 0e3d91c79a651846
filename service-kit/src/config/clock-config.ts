import { fixedClock, parseClockSpec, polledClock, wallClock, type Clock } from '../clock.ts';
import type { Db } from '../database.ts';

export interface ClockConfig {
  spec: string;
  /** Where a `sql:` clock is read: the company's own database. */
  db: Db;
  onError: (error: unknown) => void;
}

export async function clockFrom({ spec, db, onError }: ClockConfig): Promise<Clock> {
  const parsed = parseClockSpec(spec);
  switch (parsed.kind) {
    case 'wall':
      return wallClock();
    case 'fixed':
      return fixedClock(parsed.at);
    case 'sql':
      return polledClock({
        onError,
        read: async () => {
          const { rows } = await db.query<{ now: Date; rate: number | string }>(parsed.query);
          const row = rows[0];
          if (row === undefined) throw new Error(`the clock query returned no row: ${parsed.query}`);
          return { now: row.now, rate: Number(row.rate) };
        },
      });
  }
}
