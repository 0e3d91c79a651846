import { Company } from '@ai-cos/catalog';
import { loadYamlFile } from './yaml-file.ts';

/** The company's facts; without a file the defaults (EUR, UTC, every KPI observed, nobody may decide but admins). */
export function loadCompany(path: string | undefined): Company {
  return path === undefined ? Company.parse({}) : loadYamlFile(path, Company);
}
