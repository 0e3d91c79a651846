import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import {
  CountersResponse,
  KpisResponse,
  KpiValuesResponse,
  type CounterSeries,
  type KpiId,
  type KpiReading,
} from '@ai-cos/catalog';

import { inParallel, runCommand } from '../os/run-command.ts';
import { counterFamilies } from './counter-families.ts';
import { kpiFamilies, SCRAPE_JOBS, type KpiHistory } from './kpi-families.ts';
import { openMetricsText } from './open-metrics.ts';

export type BackfillOptions = {
  exportersUrl: string;
  /** Opens the KPIs of sensitivity "restricted". */
  restrictedToken: string;
  promtool: string;
  /** Prometheus' data folder, before its first start. */
  dataFolder: string;
  daySeconds: number;
  /** The present on the wall, in seconds since 1970. */
  wallNowSeconds: () => number;
};

export type Backfilled = { samples: number; without: KpiId[] };

const HISTORY_DAYS = 90;
/** Flow rules compare with the last four weeks, at ten looks per business day. */
const COUNTER_DAYS = 35;
const COUNTER_STEP_SECONDS = 8_640;
const BUSINESS_DAY_MS = 86_400_000;

/** True until Prometheus has written anything: later its own samples are the history. */
export function needsBackfill(dataFolder: string): boolean {
  return !existsSync(join(dataFolder, 'wal'));
}

/** Writes the last 90 business days of every KPI into Prometheus' folder, compressed to the speed of the present. */
export async function backfillHistory(options: BackfillOptions): Promise<Backfilled> {
  const current = KpisResponse.parse(await getJson(options, '/kpis'));
  const businessNow = Date.parse(current.asOf);
  const wallNow = options.wallNowSeconds();
  const wallSeconds = (instant: string): number =>
    wallNow + ((Date.parse(instant) - businessNow) / BUSINESS_DAY_MS) * options.daySeconds;
  const readings = current.kpis.filter((reading) => reading.store === null);
  const answers = await inParallel(readings, async (reading) => {
    try {
      return await historyOf(options, reading, businessNow);
    } catch {
      // The one KPI that is read from Prometheus itself has no past yet, and a broken source must not hide the others.
      return reading.id;
    }
  });
  const histories = answers.filter((answer) => typeof answer !== 'string');
  const instance = new URL(options.exportersUrl).host;
  const families = kpiFamilies({ histories, instance, wallSeconds });
  const target = { job: SCRAPE_JOBS.internal, instance };
  const counters = await countersOf(options, businessNow);
  families.push(...counterFamilies({ counters, target, wallSeconds }));
  await createBlocks(options, openMetricsText(families));
  let samples = 0;
  for (const series of families.flatMap((family) => family.series)) samples += series.samples.length;
  return { samples, without: answers.filter((answer) => typeof answer === 'string') };
}

async function historyOf(options: BackfillOptions, reading: KpiReading, businessNow: number): Promise<KpiHistory> {
  const query = new URLSearchParams({
    from: new Date(businessNow - HISTORY_DAYS * BUSINESS_DAY_MS).toISOString(),
    to: new Date(businessNow).toISOString(),
    step: String(BUSINESS_DAY_MS / 1000),
  });
  const answer = await getJson(options, `/kpis/${reading.id}/values?${query.toString()}`);
  return { reading, values: KpiValuesResponse.parse(answer) };
}

async function countersOf(options: BackfillOptions, businessNow: number): Promise<CounterSeries[]> {
  const query = new URLSearchParams({
    from: new Date(businessNow - COUNTER_DAYS * BUSINESS_DAY_MS).toISOString(),
    to: new Date(businessNow).toISOString(),
    step: String(COUNTER_STEP_SECONDS),
  });
  return CountersResponse.parse(await getJson(options, `/counters?${query.toString()}`)).counters;
}

async function createBlocks({ promtool, dataFolder }: BackfillOptions, text: string): Promise<void> {
  const file = join(dataFolder, 'history.om');
  mkdirSync(dataFolder, { recursive: true });
  writeFileSync(file, text);
  try {
    const { code, output } = await runCommand(promtool, [
      'tsdb',
      'create-blocks-from',
      'openmetrics',
      file,
      dataFolder,
    ]);
    if (code !== 0) throw new Error(`promtool could not write the KPI history: ${output}`);
  } finally {
    rmSync(file, { force: true });
  }
}

async function getJson({ exportersUrl, restrictedToken }: BackfillOptions, path: string): Promise<unknown> {
  const response = await fetch(exportersUrl + path, {
    headers: { authorization: `Bearer ${restrictedToken}` },
    signal: AbortSignal.timeout(120_000),
  });
  if (!response.ok) throw new Error(`${exportersUrl}${path} answered ${response.status}: ${await response.text()}`);
  return response.json();
}
