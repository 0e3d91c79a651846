import { baseCounters, type CounterSeries } from '@ai-cos/catalog';
import { addSample, labelsOf, totalsOver, type CounterSample, type Totals } from '../collectors/base-counters.ts';
import { finite } from '../collectors/measurement.ts';
import type { Money } from '../collectors/money.ts';
import type { CounterQuery } from '../sql/library.ts';
import type { Ask } from '../sources/source.ts';

export interface CounterHistoryQuery {
  /** Where the running counters began: the past must join them without a jump. */
  readonly begin: Date;
  readonly from: Date;
  readonly to: Date;
  readonly stepSeconds: number;
}

/** What each step added, by its number. */
async function additions(
  query: CounterQuery,
  ask: Ask,
  money: Money,
  { from, to, stepSeconds }: CounterHistoryQuery
): Promise<ReadonlyMap<number, readonly CounterSample[]>> {
  const rows = await ask(query.perStep(stepSeconds), {
    since: from.toISOString(),
    as_of: to.toISOString(),
    currency: money.currency,
    file_rates: money.fileRates,
  });
  const bySteps = new Map<number, CounterSample[]>();
  for (const row of rows) {
    const step = Number(row['step']);
    const sample = { id: query.id, labels: labelsOf(query, row, money.currency), total: finite(row['total']) ?? 0 };
    const known = bySteps.get(step);
    if (known === undefined) bySteps.set(step, [sample]);
    else known.push(sample);
  }
  return bySteps;
}

/** The running totals of one counter at the end of each step of a span. */
export async function counterSeries(
  query: CounterQuery,
  ask: Ask,
  money: Money,
  asked: CounterHistoryQuery
): Promise<readonly CounterSeries[]> {
  const { begin, to, stepSeconds } = asked;
  const from = asked.from < begin ? begin : asked.from;
  const totals: Totals = await totalsOver({ query, ask, money, since: begin, until: from });
  const added = await additions(query, ask, money, { ...asked, from });
  const series = new Map<string, CounterSeries>();
  const steps = Math.floor((to.getTime() - from.getTime()) / (stepSeconds * 1_000));
  for (let step = 0; step <= steps; step += 1) {
    const at = new Date(from.getTime() + step * stepSeconds * 1_000).toISOString();
    for (const sample of added.get(step) ?? []) addSample(totals, sample);
    for (const [key, { labels, total }] of totals) {
      const known = series.get(key) ?? { name: baseCounters[query.id].name, labels, points: [] };
      known.points.push({ at, total });
      series.set(key, known);
    }
  }
  return [...series.values()];
}
