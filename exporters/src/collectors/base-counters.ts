import { baseCounters, type BaseCounterId } from '@ai-cos/catalog';
import type { CounterQuery } from '../sql/library.ts';
import type { Ask, Row } from '../sources/source.ts';
import { finite } from './measurement.ts';
import type { Money } from './money.ts';

export interface CounterSample {
  readonly id: BaseCounterId;
  readonly labels: Readonly<Record<string, string>>;
  readonly total: number;
}

/** Running totals of the company's facts: they grow and never fall while the process lives. */
export interface BaseCounters {
  refresh(ask: Ask, asOf: Date, money: Money): Promise<void>;
  samples(): readonly CounterSample[];
  /** Where counting began; undefined before the first refresh. */
  since(): Date | undefined;
}

const dayMs = 86_400_000;
/** One statement never counts more than this, so that the first count of a long history keeps its time limit. */
const chunkMs = 31 * dayMs;
/** Facts may arrive this late and still be counted. */
const openMs = 1 * dayMs;
/** Text of the company becomes a label: beyond this many values per counter it is "other". */
const maxLabelSets = 20;
const historyMs = 120 * dayMs;

/** Counting starts with a calendar year, at least 120 days before the first refresh: a restart goes on where it stopped. */
export function countingSince(asOf: Date): Date {
  return new Date(Date.UTC(new Date(asOf.getTime() - historyMs).getUTCFullYear(), 0, 1));
}

export function labelsOf(query: CounterQuery, row: Row, currency: string): Record<string, string> {
  const labels: Record<string, string> = {};
  for (const label of query.labels) labels[label] = String(row[label]);
  if (baseCounters[query.id].labels.some((label) => label === 'currency')) labels['currency'] = currency;
  return labels;
}

export type Totals = Map<string, CounterSample>;

/** Adds a sample to the totals; label sets beyond the bound share one series. */
export function addSample(totals: Totals, sample: CounterSample): void {
  const full = totals.size >= maxLabelSets && !totals.has(JSON.stringify(sample.labels));
  const labels = full ? otherLabels(sample.labels) : sample.labels;
  const key = JSON.stringify(labels);
  totals.set(key, { ...sample, labels, total: toMicros((totals.get(key)?.total ?? 0) + sample.total) });
}

/** Sums of cents without the digits that floating point adds. */
function toMicros(total: number): number {
  return Math.round(total * 1e6) / 1e6;
}

function otherLabels(labels: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(labels).map(([name, text]) => [name, name === 'currency' ? text : 'other']));
}

interface Counting {
  readonly query: CounterQuery;
  settledUntil: Date;
  settled: Totals;
  shown: Totals;
}

export function createBaseCounters(queries: readonly CounterQuery[]): BaseCounters {
  let countings: Counting[] | undefined;
  let begin: Date | undefined;
  return {
    async refresh(ask, asOf, money) {
      const since = (begin ??= countingSince(asOf));
      countings ??= queries.map((query) => ({ query, settledUntil: since, settled: new Map(), shown: new Map() }));
      for (const counting of countings) await advance(counting, ask, asOf, money);
    },
    since: () => begin,
    samples: () => (countings ?? []).flatMap(({ shown }) => [...shown.values()]),
  };
}

async function advance(counting: Counting, ask: Ask, asOf: Date, money: Money): Promise<void> {
  const { query } = counting;
  while (asOf.getTime() - counting.settledUntil.getTime() > 2 * openMs) {
    const until = new Date(Math.min(counting.settledUntil.getTime() + chunkMs, asOf.getTime() - openMs));
    const settled = new Map(counting.settled);
    await count({ query, ask, money, into: settled, since: counting.settledUntil, until });
    counting.settled = settled;
    counting.settledUntil = until;
  }
  const latest = new Map(counting.settled);
  await count({ query, ask, money, into: latest, since: counting.settledUntil, until: asOf });
  counting.shown = neverFalling(counting.shown, latest);
}

interface Count {
  readonly query: CounterQuery;
  readonly ask: Ask;
  readonly money: Money;
  readonly into: Totals;
  readonly since: Date;
  readonly until: Date;
}

async function count({ query, ask, money, into, since, until }: Count): Promise<void> {
  const rows = await ask(query.total, {
    since: since.toISOString(),
    as_of: until.toISOString(),
    currency: money.currency,
    file_rates: money.fileRates,
  });
  for (const row of rows) {
    const total = finite(row['total']);
    if (total !== null) addSample(into, { id: query.id, labels: labelsOf(query, row, money.currency), total });
  }
}

/** The totals of one counter over a long span, counted in pieces. */
export async function totalsOver(options: Omit<Count, 'into'>): Promise<Totals> {
  const into: Totals = new Map();
  const end = options.until.getTime();
  for (let ms = options.since.getTime(); ms < end; ms += chunkMs) {
    await count({ ...options, into, since: new Date(ms), until: new Date(Math.min(ms + chunkMs, end)) });
  }
  return into;
}

/** A deleted or corrected fact must not look like a restart of the counter. */
function neverFalling(before: Totals, now: Totals): Totals {
  const result = new Map(before);
  for (const [key, sample] of now) {
    const total = Math.max(sample.total, before.get(key)?.total ?? 0);
    result.set(key, { ...sample, total });
  }
  return result;
}
