import { DomainError, type Clock, type Db, type Logger } from '@ai-cos/service-kit';
import type { HitRate, ScenarioType } from '../contract/index.ts';
import { verifiedPredictions } from '../learning/verified-predictions.ts';
import { hitRateOf } from '../simulation/hit-rate.ts';
import { SimulationCancelled, type SimulationService } from '../simulation/service/simulation-service.ts';
import type { HistoryInput } from '../simulation/service/job.ts';
import { SimulationRefused } from '../simulation/validation/refusal.ts';
import { claimSimulation, completeSimulation, endSimulation, noteProgress } from './repository.ts';

export interface RunOptions {
  db: Db;
  clock: Clock;
  engine: SimulationService;
  log: Logger;
  /** The company's database under the read-only role; a what-if needs its history. */
  sourceUrl: string | undefined;
  exportersUrl: string;
}

export interface Runs {
  /** Carries out a queued run; does nothing when somebody else has it. */
  run(id: string): Promise<void>;
  /** Stops a run of this process. */
  abort(id: string): void;
  /** Where the engine reads the company's past. */
  history(): HistoryInput;
}

const DAY_MS = 86_400_000;
/** A year and a month: every season once, and a few weeks to compare with. */
const HISTORY_DAYS = 400;
const PROGRESS_STEP = 0.1;

export function createRuns({ db, clock, engine, log, sourceUrl, exportersUrl }: RunOptions): Runs {
  const running = new Map<string, AbortController>();

  function history(): HistoryInput {
    if (sourceUrl === undefined) {
      throw new DomainError(
        'no_company_database',
        'A what-if needs the history of the company: set AICOS_SOURCE_URL.',
        {
          status: 503,
        }
      );
    }
    const endDay = Math.floor(clock.now().getTime() / DAY_MS);
    return { kind: 'address', address: { sourceUrl, exportersUrl, endDay, days: HISTORY_DAYS } };
  }

  /** How the last verified actions on the first lever did against their promises. */
  async function hitRateFor(scenario: ScenarioType | undefined): Promise<HitRate | undefined> {
    return scenario === undefined ? undefined : hitRateOf(await verifiedPredictions(db, scenario));
  }

  /** Stores whole steps only; a run that was cancelled elsewhere is stopped here. */
  function progressOf(id: string, abort: AbortController): (share: number) => void {
    let told = 0;
    return (share) => {
      if (share - told < PROGRESS_STEP) return;
      told = share;
      noteProgress(db, id, share).then(
        (wanted) => {
          if (!wanted) abort.abort();
        },
        (error: unknown) => log.warn({ err: error, simulation: id }, 'progress could not be stored')
      );
    };
  }

  return {
    history,
    abort(id) {
      running.get(id)?.abort();
    },
    async run(id) {
      const request = await claimSimulation(db, id);
      if (request === undefined) return;
      const abort = new AbortController();
      running.set(id, abort);
      try {
        const onProgress = progressOf(id, abort);
        const result = await engine.run(
          'simulate',
          { request, history: history(), hitRate: await hitRateFor(request.levers[0]?.scenarioType) },
          { signal: abort.signal, onProgress }
        );
        await completeSimulation(db, id, result);
      } catch (error) {
        const cancelled = error instanceof SimulationCancelled;
        const failure = error instanceof Error ? error.message : String(error);
        if (!cancelled && !(error instanceof SimulationRefused)) {
          log.error({ err: error, simulation: id }, 'the simulation failed');
        }
        await endSimulation(db, id, { state: cancelled ? 'cancelled' : 'failed', failure: cancelled ? null : failure });
      } finally {
        running.delete(id);
      }
    },
  };
}
