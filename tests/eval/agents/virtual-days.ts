import { openLiveWorld, orderDisturbance, type Disturbance, type LiveWorld } from '@ai-cos/demo';
import type { Clock } from '@ai-cos/service-kit';
import type { CompanyDatabase } from './eval-cluster.ts';

/** The company lived day by day; the clock stands at the end of the last lived day. */
export interface VirtualDays {
  readonly world: LiveWorld;
  readonly clock: Clock;
  disturb(disturbances: readonly Disturbance[]): Promise<void>;
  next(): Promise<Date>;
}

const dayMs = 86_400_000;

export async function openVirtualDays({ owner }: CompanyDatabase): Promise<VirtualDays> {
  const world = await openLiveWorld(owner);
  let now = endOf(world);
  return {
    world,
    clock: { now: () => now, rate: 0, close: () => Promise.resolve() },
    async disturb(disturbances) {
      for (const disturbance of disturbances) await orderDisturbance(owner, disturbance, 'evaluation');
    },
    async next() {
      await world.writeNextDay();
      now = endOf(world);
      return now;
    },
  };
}

function endOf(world: LiveWorld): Date {
  return new Date((world.state().day + 1) * dayMs);
}
