import type { Context } from '../context.ts';
import { brokenIdentities } from '../snapshot/identities.ts';
import type { Ask, Source } from '../sources/source.ts';
import type { SourceRun } from './source-run.ts';

/** What is read from the company's own database beside its KPIs, once they are done. */
export function withSideFigures(context: Context, source: Source, run: SourceRun): SourceRun {
  const { counters, companions, currency } = context;
  return async (due, asOf) => {
    const outcome = await run(due, asOf);
    if (outcome === 'unreachable') companions.clear();
    if (outcome === 'unreachable' || due.length === 0) return outcome;
    const beside = await collect(context, source, 'companions', (ask) => companions.refresh(ask, asOf));
    if (!beside) companions.clear();
    reportIdentities(context);
    // Before the transaction: it must not wait for a second connection while it holds one.
    const money = await currency.money();
    await collect(context, source, 'counters', (ask) => counters.refresh(ask, asOf, money));
    return outcome;
  };
}

async function collect(
  { stats, log, pages }: Context,
  source: Source,
  collector: string,
  refresh: (ask: Ask) => Promise<void>
): Promise<boolean> {
  const startedMs = performance.now();
  let ok = true;
  try {
    await source.reading(refresh);
  } catch (error) {
    ok = false;
    log.warn({ err: error, collector }, 'figures beside the KPIs cannot be computed');
  }
  stats.record(collector, collector, { ok, durationSeconds: (performance.now() - startedMs) / 1_000 });
  pages.touch();
  return ok;
}

/** A broken identity shows as a failing collector, so that a mistake in the data is not taken for news of the business. */
function reportIdentities({ board, stats, log }: Context): void {
  const broken = brokenIdentities(board.entries());
  if (broken.length > 0) log.warn({ broken }, 'figures contradict each other: look for a mistake in the data');
  stats.record('identities', 'identities', { ok: broken.length === 0, durationSeconds: 0 });
}
