import type { Clock, Logger } from '@ai-cos/service-kit';
import type { KpiDefinition } from '../config/kpi-definition.ts';
import { isDue, refreshClasses } from './due.ts';

/** How a run over the due KPIs went: `try-again` repeats them at the next chance, `unreachable` all of the source. */
export type RunOutcome = 'done' | 'try-again' | 'unreachable';

/** Computes what is due of one source; `run` never throws. */
export interface RefresherOptions {
  readonly name: string;
  readonly definitions: readonly KpiDefinition[];
  readonly clock: Clock;
  readonly log: Logger;
  readonly run: (due: readonly KpiDefinition[], asOf: Date) => Promise<RunOutcome>;
}

export interface Refresher {
  /** Starts a run when one is due, none is under way and the last one began long enough ago. */
  tick(): void;
  /** True once every class ran. */
  ready(): boolean;
  /** Resolves when no run is under way. */
  idle(): Promise<void>;
}

/** However fast the business clock runs, a source is not asked more often. */
export const minWallMs = 5_000;

export function createRefresher({ name, definitions, clock, log, run }: RefresherOptions): Refresher {
  const classes = refreshClasses(definitions);
  const lastRun = new Map<number, Date>();
  let startedMs = Number.NEGATIVE_INFINITY;
  let underWay: Promise<void> | undefined;
  let ranOnce = false;

  async function runDue(): Promise<void> {
    const asOf = clock.now();
    const due = classes.filter(({ periodSeconds }) => isDue(periodSeconds, lastRun.get(periodSeconds), asOf));
    // Runs even when nothing is due: a source may be lost while its clock stands still.
    startedMs = performance.now();
    const outcome = await run(
      due.flatMap((refreshClass) => refreshClass.definitions),
      asOf
    );
    ranOnce = true;
    if (outcome === 'unreachable') lastRun.clear();
    for (const { periodSeconds } of due) {
      if (outcome === 'done') lastRun.set(periodSeconds, asOf);
      else lastRun.delete(periodSeconds);
    }
  }

  return {
    tick() {
      if (underWay !== undefined || performance.now() - startedMs < minWallMs) return;
      underWay = runDue()
        .catch((error: unknown) => {
          log.error({ err: error, source: name }, 'a refresh failed');
        })
        .finally(() => {
          underWay = undefined;
        });
    },
    ready: () => ranOnce,
    idle: () => underWay ?? Promise.resolve(),
  };
}
