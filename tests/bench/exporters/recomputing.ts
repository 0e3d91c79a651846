import type { Child } from './child.ts';
import type { SimulatedCompany } from './simulated-company.ts';

/** Keeps every KPI under computation: the past is asked for at instants that were never asked for before. */
export function keepRecomputing({ url }: Child, { until }: SimulatedCompany): { stop(): Promise<number> } {
  let stopped = false;
  let rounds = 0;
  async function loop(): Promise<void> {
    while (!stopped) {
      rounds += 1;
      const at = new Date(until.getTime() - rounds * 61_000).toISOString();
      await (await fetch(`${url}/values?from=${at}&to=${at}&step=86400`)).arrayBuffer();
    }
  }
  const running = loop();
  return {
    async stop() {
      stopped = true;
      await running;
      return rounds;
    },
  };
}
