import type { Context } from '../context.ts';
import { measureBackendP95 } from './backend-p95.ts';
import { undefinedBecause, type Measurement } from './measurement.ts';
import type { SourceRun } from './source-run.ts';

/** Runs over the KPI that Prometheus computes; a server that does not answer makes it undefined and nothing else. */
export function prometheusRun({ prometheus, board, stats, wall, log, pages }: Context): SourceRun {
  async function measure(): Promise<{ measurement: Measurement; ok: boolean }> {
    if (prometheus === undefined) return { measurement: undefinedBecause('computed_from_prometheus'), ok: true };
    try {
      return { measurement: await measureBackendP95(prometheus.api, prometheus.config), ok: true };
    } catch (error) {
      log.debug({ err: error }, 'Prometheus cannot be asked');
      return { measurement: undefinedBecause('source_unavailable'), ok: false };
    }
  }
  return async (due, asOf) => {
    for (const definition of due.filter(({ enabled }) => enabled)) {
      const startedMs = performance.now();
      const { measurement, ok } = await measure();
      stats.record('prometheus', definition.id, { ok, durationSeconds: (performance.now() - startedMs) / 1_000 });
      const computedAt = wall.now();
      board.record({ definition, measurements: [measurement], asOf, computedAt, feedLagSeconds: {} });
      pages.touch();
      if (!ok) return 'try-again';
    }
    return 'done';
  };
}
