import { inTransaction, type Pool, type PoolClient } from '@ai-cos/service-kit';
import { writeClock } from '../clock/clock-row.ts';
import { company } from '../twin/company.ts';
import { dateOf } from '../twin/calendar.ts';
import { claimDatabase, requireMarker } from '../schema/marker.ts';
import type { TwinState } from '../twin/state.ts';
import { tableNames } from '../twin/tables.ts';
import { saveFigures, saveWorld } from '../world/store.ts';
import { Backfill } from './backfill.ts';
import { writeFeeds } from './feeds.ts';
import { enterLoadMode } from './load-mode.ts';
import { firstDayOf, firstSessionDayOf, history, warmedUp, type HistoryPlan } from './history.ts';

export interface SeedOptions {
  plan: HistoryPlan;
  daySeconds: number;
  onProgress: (line: string) => void;
}

const daysPerFlush = 60;

/** Fills an empty demo database with the history of the simulated company; a broken attempt is cleared first. */
export async function seedCompany(pool: Pool, { plan, daySeconds, onProgress }: SeedOptions): Promise<TwinState> {
  const started = performance.now();
  await claimDatabase(pool, company.name, 'twin');
  await writeClock(pool, { atDay: plan.endDay, daySeconds });
  onProgress(`warming up the simulated company (${String(plan.months)} months of history follow)`);
  const state = warmedUp(plan);
  // One transaction: a broken load leaves no table without its keys and indexes.
  await inTransaction(pool, async (client) => {
    await clearShop(client);
    await load(client, plan, state, onProgress);
  });
  onProgress('analysing tables');
  await pool.query('ANALYZE');
  await inTransaction(pool, async (tx) => {
    await saveWorld(tx, { name: 'company', state, forkedDay: null });
    await tx.query('UPDATE demo.marker SET seeded_at = clock_timestamp()');
  });
  onProgress(`history is complete after ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return state;
}

async function load(
  client: PoolClient,
  plan: HistoryPlan,
  state: TwinState,
  onProgress: (line: string) => void
): Promise<void> {
  const leaveLoadMode = await enterLoadMode(client);
  const backfill = new Backfill(client);
  let days = 0;
  for (const { facts, figures } of history(plan, state)) {
    backfill.add(facts);
    await saveFigures(client, 'company', figures);
    days += 1;
    if (days % daysPerFlush !== 0) continue;
    await backfill.flush();
    onProgress(`written up to ${dateOf(facts.day)}`);
  }
  await backfill.finish();
  await writeFeeds(client, {
    firstDay: firstDayOf(plan),
    firstSessionDay: firstSessionDayOf(plan),
    endDay: plan.endDay,
  });
  onProgress('building indexes and checking references');
  await leaveLoadMode();
}

async function clearShop(client: PoolClient): Promise<void> {
  await requireMarker(client, 'twin');
  await client.query(`TRUNCATE ${tableNames.map((table) => `shop.${table}`).join(', ')}, shop.source_feeds CASCADE`);
  await client.query('TRUNCATE twin.figures, twin.worlds, twin.commands, twin.idempotency, twin.drills');
}
