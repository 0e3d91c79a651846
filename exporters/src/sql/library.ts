import {
  baseCounterIds,
  baseCounters,
  companionMetrics,
  isKpiId,
  type BaseCounterId,
  type KpiId,
} from '@ai-cos/catalog';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compose, composeFlow, composeKpi } from './compose.ts';
import { bindNames, type Statement } from './parameters.ts';
import { readQueryFolder, type QueryFile } from './query-file.ts';

export interface FlowQuery {
  readonly statement: Statement;
  readonly maturesDays: number;
}

export interface CounterQuery {
  readonly id: BaseCounterId;
  /** Labels of the facts; the currency of an amount is added when it is shown. */
  readonly labels: readonly string[];
  /** Sum of the facts in (since, as_of] per combination of labels. */
  readonly total: Statement;
  /** The same per step of the span, for a history; a fact at the end of a step belongs to it. */
  perStep(stepSeconds: number): Statement;
}

export interface CompanionQuery {
  readonly name: string;
  readonly feeds: readonly string[];
  readonly statement: Statement;
}

/** The default queries over the schema `shop`, ready to be sent. */
export interface QueryLibrary {
  readonly kpis: ReadonlyMap<KpiId, Statement>;
  readonly flows: ReadonlyMap<KpiId, FlowQuery>;
  readonly counters: readonly CounterQuery[];
  readonly companions: readonly CompanionQuery[];
}

/** Labels are text of the company: an endless list of them must not fill the memory. */
const counterRowCap = 100_000;

const defaultFolder = fileURLToPath(new URL('../queries', import.meta.url));

export function loadQueryLibrary(folder: string = defaultFolder): QueryLibrary {
  const fragments = readQueryFolder(join(folder, 'fragments'));
  const kpis = new Map<KpiId, Statement>();
  for (const [name, query] of readQueryFolder(join(folder, 'kpis'))) {
    kpis.set(kpiOf(name), bindNames(composeKpi(query, fragments)));
  }
  const flows = new Map<KpiId, FlowQuery>();
  for (const [name, query] of readQueryFolder(join(folder, 'flows'))) {
    const statement = bindNames(composeFlow(query, fragments));
    flows.set(kpiOf(name), { statement, maturesDays: query.maturesDays });
  }
  const counterFiles = readQueryFolder(join(folder, 'counters'));
  const companionFiles = readQueryFolder(join(folder, 'companions'));
  return {
    kpis,
    flows,
    counters: baseCounterIds.map((id) => counterQuery(id, counterFiles, fragments)),
    companions: companionMetrics.map(({ name }) => companionQuery(name, companionFiles, fragments)),
  };
}

function kpiOf(name: string): KpiId {
  if (!isKpiId(name)) throw new Error(`the query file ${name}.sql is named after no KPI`);
  return name;
}

function companionQuery(
  name: string,
  files: ReadonlyMap<string, QueryFile>,
  fragments: ReadonlyMap<string, QueryFile>
): CompanionQuery {
  const file = files.get(name);
  if (file === undefined) throw new Error(`the companion ${name} has no query file`);
  return { name, feeds: file.feeds, statement: bindNames(composeKpi(file, fragments)) };
}

function counterQuery(
  id: BaseCounterId,
  files: ReadonlyMap<string, QueryFile>,
  fragments: ReadonlyMap<string, QueryFile>
): CounterQuery {
  const { name, labels: allLabels } = baseCounters[id];
  const file = files.get(name);
  if (file === undefined) throw new Error(`the counter ${name} has no query file`);
  const labels = allLabels.filter((label) => label !== 'currency');
  const columns = labels.map((label) => `coalesce(${label}::text, 'none') AS ${label}`);
  const statement = (step: readonly string[]): Statement => {
    const selected = [...columns, ...step, 'sum(amount) AS total'].join(', ');
    const groups = [...labels, ...step].map((_, index) => String(index + 1)).join(', ');
    const tail = groups === '' ? '' : ` GROUP BY ${groups} ORDER BY total DESC, ${groups}`;
    return bindNames(compose(file, fragments, `SELECT ${selected} FROM result${tail} LIMIT ${String(counterRowCap)}`));
  };
  return {
    id,
    labels,
    total: statement([]),
    perStep: (seconds) =>
      statement([`ceil(extract(epoch FROM at - :since) / ${String(Math.max(1, Math.round(seconds)))})::int AS step`]),
  };
}
