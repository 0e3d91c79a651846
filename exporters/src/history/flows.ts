import type { KpiPoint } from '@ai-cos/catalog';
import { coveredSpan } from '../collectors/feeds.ts';
import { finite, measurementOf } from '../collectors/measurement.ts';
import type { KpiDefinition } from '../config/kpi-definition.ts';
import type { FlowQuery } from '../sql/library.ts';
import type { Statement } from '../sql/parameters.ts';
import type { Ask } from '../sources/source.ts';
import { dayMs, dayStart, isoDay, pointOf, wholeDays, type Span } from './point.ts';
import type { HistoryContext } from './values.ts';

interface FlowOptions {
  readonly flow: FlowQuery;
  /** The default query of gross_margin: the return of a campaign is measured on margin. */
  readonly margin: Statement;
  readonly span: Span;
}

/** Numerator and denominator of each UTC day of the span, as known now; days before a feed began are left out. */
export async function flowPoints(
  definition: KpiDefinition,
  ask: Ask,
  { flow, margin, span }: FlowOptions,
  context: HistoryContext
): Promise<readonly KpiPoint[]> {
  const covered = coveredSpan(definition.feeds, context.feeds);
  if (covered === null) return [];
  const { from, to } = wholeDays(span);
  const rows = await ask(flow.statement, {
    as_of: context.now.toISOString(),
    currency: context.money.currency,
    file_rates: context.money.fileRates,
    from_day: isoDay(from),
    to_day: isoDay(to),
    margin_ratio: flow.statement.parameters.includes('margin_ratio')
      ? await marginBefore(margin, ask, from, context)
      : null,
  });
  return rows.flatMap((row) => {
    const day = new Date(`${String(row['iso_day'])}T00:00:00Z`);
    if (covered.from !== null && day < dayStart(covered.from)) return [];
    const over = day.getTime() + dayMs;
    const matured = over + flow.maturesDays * dayMs <= context.now.getTime() && covered.through.getTime() >= over;
    return [pointOf(day, measurementOf(row), matured)];
  });
}

async function marginBefore(
  margin: Statement,
  ask: Ask,
  from: Date,
  { money, now }: HistoryContext
): Promise<number | null> {
  const asOf = new Date(Math.min(from.getTime(), now.getTime()));
  const [row] = await ask(margin, {
    as_of: asOf.toISOString(),
    currency: money.currency,
    file_rates: money.fileRates,
  });
  const { numerator, denominator } = measurementOf(row ?? {});
  return finite(numerator === null || denominator === null ? null : numerator / denominator);
}
