import type { KpisResponse } from '@ai-cos/catalog';
import type { Db, Logger } from '@ai-cos/service-kit';
import { enqueueOutbox } from '../outbox/enqueue.ts';
import type { ExportersClient } from './exporters-client.ts';

export interface KpiRecorder {
  /** The last answer of the exporters, undefined before the first one. */
  latest(): KpisResponse | undefined;
  /** Asks the exporters and appends what is new; never throws. */
  refresh(): Promise<void>;
  start(): void;
  close(): Promise<void>;
}

/** Keeps the history of KPI values: appends every reading whose business time was not stored yet. */
export function createKpiRecorder({
  db,
  exporters,
  log,
  everyMs = 5_000,
}: {
  db: Db;
  exporters: ExportersClient;
  log: Logger;
  everyMs?: number;
}): KpiRecorder {
  let latest: KpisResponse | undefined;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;

  async function read(): Promise<void> {
    try {
      latest = await exporters.kpis();
      if ((await append(db, latest)) > 0) await enqueueOutbox(db, { topic: 'kpi', ref: null });
    } catch (error) {
      log.warn({ err: error }, 'no KPI readings');
    }
  }
  function refresh(): Promise<void> {
    running ??= read().finally(() => {
      running = undefined;
    });
    return running;
  }
  return {
    latest: () => latest,
    refresh,
    start() {
      void refresh();
      timer = setInterval(() => void refresh(), everyMs);
      timer.unref();
    },
    async close() {
      clearInterval(timer);
      await running;
    },
  };
}

async function append(db: Db, { kpis }: KpisResponse): Promise<number> {
  const known = kpis.filter(({ asOf }) => asOf !== null);
  const { rowCount } = await db.query(
    `INSERT INTO ai_cos_kpi_values (kpi_id, store, as_of, value, base_value, numerator, denominator, sample_size, score,
                                    status, significant, reason, definition_version)
     SELECT id, coalesce(store, ''), "asOf", value, "baseValue", numerator, denominator, "sampleSize", score, status,
            significant, reason, "definitionVersion"
       FROM jsonb_to_recordset($1) AS k (id text, store text, "asOf" timestamptz, value numeric, "baseValue" numeric,
            numerator numeric, denominator numeric, "sampleSize" numeric, score numeric, status text,
            significant boolean, reason text, "definitionVersion" text)
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(known)]
  );
  return rowCount ?? 0;
}
