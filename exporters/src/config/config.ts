import type { Company } from '@ai-cos/catalog';
import { loadCompany, openYamlFile, readSecretFile, type YamlFile } from '@ai-cos/service-kit';
import { z } from 'zod';
import { loadQueryLibrary, type QueryLibrary } from '../sql/library.ts';
import { shortDigest } from './digest.ts';
import { readEnv, type Environment } from './env.ts';
import { defineKpis, type KpiDefinition, type Locate } from './kpi-definition.ts';
import { companySource, KpisFile } from './kpis-file.ts';
import { resolveSecret } from './secret-reference.ts';

export interface SourceConfig {
  readonly name: string;
  readonly url: string;
  readonly timeoutSeconds: number;
}

export interface PrometheusConfig {
  readonly url: string;
  readonly daySeconds: number;
  readonly scrapeSeconds: number;
}

export interface ExportersConfig {
  readonly port: number;
  readonly bind: string;
  readonly clock: string;
  readonly sources: readonly SourceConfig[];
  readonly prometheus: PrometheusConfig | undefined;
  readonly company: Company;
  /** Currency stated in the company file; undefined = the one in `company_settings`, else EUR. */
  readonly statedCurrency: string | undefined;
  readonly definitions: readonly KpiDefinition[];
  readonly library: QueryLibrary;
  /** `file:line field` of a field of the KPI file, for problems that only a database can find. */
  readonly locate: Locate;
  readonly restrictedToken: string | undefined;
  /** Changes with anything that changes a value or a status. */
  readonly digest: string;
}

const defaultTimeoutSeconds = 10;
const StatedCurrency = z.looseObject({ currency: z.string().optional() });

function openKpisFile(path: string | undefined): YamlFile<KpisFile> {
  if (path !== undefined) return openYamlFile(path, KpisFile);
  return { value: KpisFile.parse({}), locate: (field) => field.map(String).join('.') };
}

function sourcesOf(url: string, file: YamlFile<KpisFile>, environment: Environment): SourceConfig[] {
  const named = Object.entries(file.value.sources).map(([name, entry]) => ({
    name,
    url: resolveSecret(entry.url, file.locate(['sources', name, 'url']), environment),
    timeoutSeconds: entry.timeoutSeconds,
  }));
  return [{ name: companySource, url, timeoutSeconds: defaultTimeoutSeconds }, ...named];
}

/** Environment, then files, then secrets; throws a ConfigError that names variable, or file, line and field. */
export function loadConfig(environment: Environment): ExportersConfig {
  const env = readEnv(environment);
  const company = loadCompany(env.AICOS_COMPANY_FILE);
  const statedCurrency =
    env.AICOS_COMPANY_FILE === undefined
      ? undefined
      : openYamlFile(env.AICOS_COMPANY_FILE, StatedCurrency).value.currency;
  const file = openKpisFile(env.AICOS_KPIS_FILE);
  const library = loadQueryLibrary();
  const definitions = defineKpis(file.value, { library, company, locate: file.locate });
  return {
    port: env.AICOS_EXPORTERS_PORT,
    bind: env.AICOS_BIND,
    clock: env.AICOS_CLOCK,
    sources: sourcesOf(env.AICOS_SOURCE_URL, file, environment),
    prometheus:
      env.AICOS_PROMETHEUS_URL === undefined
        ? undefined
        : { url: env.AICOS_PROMETHEUS_URL, daySeconds: env.AICOS_DAY_SECONDS, scrapeSeconds: env.AICOS_SCRAPE_SECONDS },
    company,
    statedCurrency,
    definitions,
    library,
    locate: file.locate,
    restrictedToken:
      env.AICOS_RESTRICTED_TOKEN_FILE === undefined
        ? undefined
        : readSecretFile('AICOS_RESTRICTED_TOKEN_FILE', env.AICOS_RESTRICTED_TOKEN_FILE),
    digest: shortDigest({ definitions, rates: company.exchangeRates, statedCurrency, stores: company.stores }),
  };
}
