import { ConfigError, type Clock, type Logger } from '@ai-cos/service-kit';
import type { Money } from '../collectors/money.ts';
import { failureReason } from '../sources/failure.ts';
import type { Column, Source } from '../sources/source.ts';
import type { KpiDefinition, Locate } from './kpi-definition.ts';

/** What a query of the company may return; `value` is in the native unit of the KPI. */
const columnNames = ['value', 'numerator', 'denominator', 'sample_size', 'reason', 'store'];
/** int8, int2, int4, float4, float8, numeric. */
const numberTypes = [20, 21, 23, 700, 701, 1700];

export interface OwnQueryCheck {
  readonly definitions: readonly KpiDefinition[];
  readonly sources: ReadonlyMap<string, Source>;
  readonly money: Money;
  readonly clock: Clock;
  readonly locate: Locate;
  readonly log: Logger;
}

function columnProblem(columns: readonly Column[]): string | undefined {
  const value = columns.find(({ name }) => name === 'value');
  if (value === undefined) return 'the query returns no column named value';
  if (!numberTypes.includes(value.typeId)) return 'the column value is not a number';
  const unknown = columns.find(({ name }) => !columnNames.includes(name));
  if (unknown === undefined) return undefined;
  return `the query returns a column ${unknown.name}; it may return ${columnNames.join(', ')}`;
}

/**
 * Prepares every query of the company on its own database, for no row. Throws a ConfigError with file, line and field on the
 * first that fails; a database that does not answer is left for later, its KPIs are undefined until it does.
 */
export async function checkOwnQueries(check: OwnQueryCheck): Promise<void> {
  const { definitions, sources, money, clock, locate, log } = check;
  const values = { as_of: clock.now().toISOString(), currency: money.currency, file_rates: money.fileRates };
  for (const { id, ownQuery, source: name, statement } of definitions) {
    const source = sources.get(name);
    if (!ownQuery || source === undefined || statement === undefined) continue;
    const where = locate(['kpis', id, 'query']);
    let problem: string | undefined;
    try {
      problem = columnProblem(await source.columns(statement, values));
    } catch (error) {
      if (failureReason(error) === 'source_unavailable') {
        log.warn({ kpi: id, source: name }, 'a query cannot be checked now: its database does not answer');
        continue;
      }
      problem = error instanceof Error ? error.message : String(error);
    }
    if (problem !== undefined) throw new ConfigError(`${where}: ${problem}`);
  }
}
