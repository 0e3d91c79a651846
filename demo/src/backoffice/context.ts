import type { Pool, PoolClient } from '@ai-cos/service-kit';
import { orderLever } from '../world/commands.ts';
import type { LeverCommand } from '../twin/levers.ts';
import type { TwinState } from '../twin/state.ts';

/** What the routers of the back office share. */
export interface BackOffice {
  /** For transactions of effects. */
  pool: Pool;
  /** For reads, also within an effect: a pool of its own, or effects waiting for each other would starve. */
  reads: Pool;
  state: () => TwinState;
}

export async function moveLevers(db: PoolClient, commands: readonly LeverCommand[]): Promise<void> {
  for (const command of commands) await orderLever(db, command, 'back office');
}
