import { inTransaction, type Pool, type PoolClient } from '@ai-cos/service-kit';
import { extendClock } from '../clock/clock-row.ts';
import { writeFacts } from '../sinks/live-sink.ts';
import type { DayFigures } from '../twin/figures.ts';
import type { LeverCommand } from '../twin/levers.ts';
import type { TwinState } from '../twin/state.ts';
import { advance, fork } from '../twin/step.ts';
import { takePending, type PendingCommands } from './commands.ts';
import { dropWorld, figuresSince, loadWorld, saveFigures, saveWorld, type World } from './store.ts';

/** The second world ends after this many days: by then every verdict is in. */
const secondWorldDays = 90;

export interface LiveWorld {
  /** The company after the last written day; read-only for everybody else. */
  state(): TwinState;
  /** Figures of the last written day; null before the first. */
  figures(): DayFigures | null;
  secondWorldSince(): number | null;
  /** Writes the facts of the next day in one transaction and lets the clock run through it. */
  writeNextDay(): Promise<DayFigures>;
}

export async function openLiveWorld(pool: Pool): Promise<LiveWorld> {
  let company = await loadCompany(pool);
  let second = await loadWorld(pool, 'without-decisions');
  let figures = (await figuresSince(pool, 'company', company.state.day)).at(-1) ?? null;
  return {
    state: () => company.state,
    figures: () => figures,
    secondWorldSince: () => second?.forkedDay ?? null,
    async writeNextDay() {
      try {
        figures = await inTransaction(pool, async (client) => {
          const day = company.state.day + 1;
          const pending = await takePending(client, day);
          pending.levers.push(...(await changedVoucher(client, company.state)));
          second = await stepSecondWorld(client, company.state, second, pending);
          return stepCompany(client, company.state, pending);
        });
        return figures;
      } catch (error) {
        // The states in memory may be ahead of what was rolled back.
        company = await loadCompany(pool);
        second = await loadWorld(pool, 'without-decisions');
        throw error;
      }
    },
  };
}

async function loadCompany(pool: Pool): Promise<World> {
  const world = await loadWorld(pool, 'company');
  if (world === null) throw new Error('the demo company has no state; run "seed" first');
  return world;
}

/** The limit of the voucher is set in the company's own table by the SQL connector, not through the back office. */
async function changedVoucher(client: PoolClient, { voucher }: TwinState): Promise<LeverCommand[]> {
  const { rows } = await client.query<{ limit: number | null }>(
    'SELECT max_uses AS limit FROM shop.coupons WHERE id = 1'
  );
  const limit = rows[0]?.limit ?? null;
  return limit === voucher.limit ? [] : [{ kind: 'voucher-limit', maxUses: limit }];
}

async function stepCompany(client: PoolClient, state: TwinState, pending: PendingCommands): Promise<DayFigures> {
  const { facts, figures } = advance(state, state.day + 1, pending);
  await writeFacts(client, facts);
  await saveWorld(client, { name: 'company', state, forkedDay: null });
  await saveFigures(client, 'company', figures);
  await extendClock(client, state.day);
  return figures;
}

/** Forks when the first lever moves; from then on the same disturbances hit both worlds, the levers only one. */
async function stepSecondWorld(
  client: PoolClient,
  company: TwinState,
  known: World | null,
  pending: PendingCommands
): Promise<World | null> {
  const day = company.day + 1;
  let world = known;
  if (world?.forkedDay !== null && world !== null && day - world.forkedDay > secondWorldDays) {
    await dropWorld(client, 'without-decisions');
    world = null;
  }
  if (world === null && pending.levers.length > 0) {
    world = { name: 'without-decisions', state: fork(company), forkedDay: company.day };
  }
  if (world === null) return null;
  const { figures } = advance(world.state, day, { disturbances: pending.disturbances, detail: 'none' });
  await saveWorld(client, world);
  await saveFigures(client, 'without-decisions', figures);
  return world;
}
