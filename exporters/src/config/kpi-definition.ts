import { kpiIds, kpis, type Band, type Company, type KpiId, type KpiRecord, type KpiStage } from '@ai-cos/catalog';
import { ConfigError } from '@ai-cos/service-kit';
import { bindNames, type Statement } from '../sql/parameters.ts';
import { kpiRowCap } from '../sql/compose.ts';
import type { QueryLibrary } from '../sql/library.ts';
import { shortDigest } from './digest.ts';
import { companySource, thresholdsWith, type KpiOverride, type KpisFile } from './kpis-file.ts';

/** A KPI of the catalog as this company measures it. */
export interface KpiDefinition extends Omit<KpiRecord, 'band' | 'id'> {
  readonly id: KpiId;
  readonly band: Readonly<Band> | null;
  readonly enabled: boolean;
  readonly stage: KpiStage;
  /** Name of the database; Prometheus for the one KPI that no SQL computes. */
  readonly source: string;
  readonly statement: Statement | undefined;
  /** True for a query of the company: it vouches for its own data, so the feeds of the default query do not count. */
  readonly ownQuery: boolean;
  /** Changes with query and source: values before and after are not comparable. */
  readonly definitionVersion: string;
}

export const prometheusSource = 'prometheus';

export type Locate = (field: readonly PropertyKey[]) => string;

function ownStatement(query: string, where: string): Statement {
  const text = query.trim().replace(/;+$/, '');
  try {
    return bindNames(`SELECT * FROM (\n${text}\n) AS result LIMIT ${String(kpiRowCap)}`);
  } catch (error) {
    throw new ConfigError(`${where}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

interface Definers {
  readonly library: QueryLibrary;
  readonly company: Company;
  readonly locate: Locate;
}

function definitionOf(id: KpiId, override: KpiOverride, { library, company, locate }: Definers): KpiDefinition {
  const { query, source: statedSource } = override;
  const statement = query === undefined ? library.kpis.get(id) : ownStatement(query, locate(['kpis', id, 'query']));
  const source = statedSource ?? (statement === undefined ? prometheusSource : companySource);
  return {
    ...kpis[id],
    ...thresholdsWith(id, override),
    band: override.band ?? kpis[id].band ?? null,
    weight: override.weight ?? kpis[id].weight,
    owner: override.owner ?? kpis[id].owner,
    enabled: override.enabled ?? true,
    stage: company.stages[id] ?? company.defaultStage,
    sensitivity: company.sensitivity[id] ?? kpis[id].sensitivity,
    source,
    statement,
    ownQuery: query !== undefined,
    definitionVersion: shortDigest({ text: statement?.text, source }),
  };
}

/** All 40 KPIs in the order of the catalog, overrides applied. */
export function defineKpis(file: KpisFile, definers: Definers): readonly KpiDefinition[] {
  return kpiIds.map((id) => definitionOf(id, file.kpis[id] ?? {}, definers));
}
