import { loadConfig, startExporters } from '@ai-cos/exporters';
import { createLogger } from '@ai-cos/service-kit';
import { z } from 'zod';
import type { SimulatedCompany } from './simulated-company.ts';

export interface ComputingTime {
  /** All 39 KPIs of the database at one instant, best of several. */
  readonly allKpisMs: number;
  /** 90 days of all KPIs, one value a day. */
  readonly historyMs: number;
}

const Answer = z.object({ kpis: z.array(z.object({ points: z.array(z.unknown()) })) });
const dayMs = 86_400_000;
const repeats = 3;
const log = createLogger('bench', 'silent');

async function timed(work: () => Promise<void>): Promise<number> {
  const startedMs = performance.now();
  await work();
  return performance.now() - startedMs;
}

/** How long the exporters compute on a company. */
export async function computingTime({ readerUrl, until }: SimulatedCompany): Promise<ComputingTime> {
  const config = loadConfig({
    AICOS_SOURCE_URL: readerUrl,
    AICOS_CLOCK: `fixed:${until.toISOString()}`,
    AICOS_EXPORTERS_PORT: '0',
  });
  const open = config.definitions.map((definition) => ({ ...definition, sensitivity: 'internal' as const }));
  const exporters = await startExporters({ ...config, definitions: open }, log);
  try {
    await exporters.scheduler.runOnce();
    const ask = async (from: Date, to: Date): Promise<void> => {
      const query = new URLSearchParams({ from: from.toISOString(), to: to.toISOString(), step: '86400' });
      Answer.parse(await (await fetch(`${exporters.url}/values?${query.toString()}`)).json());
    };
    const once: number[] = [];
    for (let repeat = 0; repeat < repeats; repeat += 1) {
      // A point of the last days is never cached.
      const at = new Date(until.getTime() - (repeat + 1) * 3_600_000);
      once.push(await timed(() => ask(at, at)));
    }
    const historyMs = await timed(() => ask(new Date(until.getTime() - 90 * dayMs), until));
    return { allKpisMs: Math.min(...once), historyMs };
  } finally {
    await exporters.close();
  }
}
