import type { KpisResponse } from '@ai-cos/catalog';
import type { DayFigures } from '@ai-cos/demo';
import { createLogger, type Clock } from '@ai-cos/service-kit';
import { sourceRun } from '../../../exporters/src/collectors/source-run.ts';
import { undefinedBecause } from '../../../exporters/src/collectors/measurement.ts';
import { loadConfig } from '../../../exporters/src/config/config.ts';
import { companySource } from '../../../exporters/src/config/kpis-file.ts';
import { createContext } from '../../../exporters/src/context.ts';
import { readingOf } from '../../../exporters/src/snapshot/reading.ts';

/** All KPIs at the end of a day, as the exporters compute and confirm them; the API's latency comes from the twin. */
export interface KpiDesk {
  measure(asOf: Date, figures: DayFigures | null): Promise<KpisResponse>;
  close(): Promise<void>;
}

export function openKpiDesk(readerUrl: string, clock: Clock): KpiDesk {
  const config = loadConfig({ AICOS_SOURCE_URL: readerUrl });
  const context = createContext({ config, clock, log: createLogger('eval', 'error') });
  const source = context.sources.get(companySource);
  if (source === undefined) throw new Error('the exporters have no source');
  const own = config.definitions.filter((definition) => definition.statement !== undefined);
  const { board, stats, wall, currency } = context;
  const run = sourceRun({
    ...{ source, board, stats, wall, definitions: own, log: context.log, stores: [] },
    money: currency.money,
    onChange: () => undefined,
  });
  return {
    async measure(asOf, figures) {
      await run(own, asOf);
      recordLatency(context, asOf, figures);
      return {
        asOf: asOf.toISOString(),
        simulated: true,
        reportingCurrency: currency.current(),
        configDigest: config.digest,
        kpis: board.entries().map((entry) => readingOf(entry, currency.current())),
        health: [],
      };
    },
    close: () => context.close(),
  };
}

type Context = ReturnType<typeof createContext>;

function recordLatency({ config, board, wall }: Context, asOf: Date, figures: DayFigures | null): void {
  const definition = config.definitions.find(({ id }) => id === 'backend_p95_ms');
  if (definition === undefined) return;
  const measurement = {
    ...undefinedBecause('computed_from_prometheus'),
    ...(figures !== null && { value: figures.apiP95Ms, sampleSize: 10_000, reason: null }),
  };
  board.record({ definition, measurements: [measurement], asOf, computedAt: wall.now(), feedLagSeconds: {} });
}
