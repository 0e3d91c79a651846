import { parentPort } from 'node:worker_threads';
import { forecastSeries } from '../../forecast/series-forecast.ts';
import type { CompanyHistory } from '../history/company-history.ts';
import { sqlHistorySource } from '../history/sql-history-source.ts';
import { optimise } from '../optimiser/optimise.ts';
import { simulate } from '../simulate.ts';
import { SimulationRefused } from '../validation/refusal.ts';
import type { ForecastAnswer, HistoryInput, JobMessage, JobReply, Jobs, JobKind, SeriesJob } from './job.ts';

/** Raised between two steps of a run whose caller lost interest. */
class JobCancelled extends Error {
  override readonly name = 'JobCancelled';
}

function reply(message: JobReply): void {
  parentPort?.postMessage(message);
}

let kept: { readonly key: string; readonly history: Promise<CompanyHistory> } | undefined;

/** The history of one day is read once and kept for the next questions about it. */
async function historyOf(input: HistoryInput): Promise<CompanyHistory> {
  if (input.kind === 'given') return input.history;
  const key = JSON.stringify(input.address);
  if (kept?.key !== key) kept = { key, history: sqlHistorySource(input.address).load() };
  try {
    return await kept.history;
  } catch (error) {
    kept = undefined;
    throw error;
  }
}

function answerSeries({ id, ...question }: SeriesJob): ForecastAnswer {
  const forecast = forecastSeries(question);
  const { low, high } = forecast.interval(0.8);
  const { mase, floorMase, coverage90, origins } = forecast.backtest;
  return {
    id,
    p10: low,
    p50: forecast.point,
    p90: high,
    members: forecast.members,
    mase,
    floorMase,
    coverage90,
    origins,
    unreliable: forecast.unreliable,
  };
}

async function work(message: JobMessage, onProgress: (share: number) => void): Promise<Jobs[JobKind]['answer']> {
  switch (message.kind) {
    case 'simulate': {
      const { request, history, hitRate } = message.question;
      return simulate({ request, history: await historyOf(history), hitRate, onProgress });
    }
    case 'optimise': {
      const { request, history } = message.question;
      return optimise({ request, history: await historyOf(history), onProgress });
    }
    case 'forecast': {
      const { series } = message.question;
      return series.map((one, index) => {
        onProgress(index / series.length);
        return answerSeries(one);
      });
    }
  }
}

function failureOf(id: number, error: unknown): JobReply {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return { id, kind: 'failure', name, message, fields: error instanceof SimulationRefused ? [...error.fields] : [] };
}

async function run(message: JobMessage): Promise<void> {
  const { id } = message;
  const flag = new Int32Array(message.cancelled);
  let shown = 0;
  const onProgress = (share: number): void => {
    if (Atomics.load(flag, 0) === 1) throw new JobCancelled(`job ${id} was cancelled`);
    if (share - shown < 0.02) return;
    shown = share;
    reply({ id, kind: 'progress', share });
  };
  try {
    reply({ id, kind: 'answer', answer: await work(message, onProgress) });
  } catch (error) {
    reply(failureOf(id, error));
  }
}

parentPort?.on('message', (message: JobMessage) => void run(message));
