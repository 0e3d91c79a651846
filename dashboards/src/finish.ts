import type { ClassicDashboard } from './classic.ts';
import { packed, type GridSize } from './grid.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const currentSchema = 42;

function sortedKeys(value: Json): Json {
  if (Array.isArray(value)) return value.map(sortedKeys);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, member]) => [key, sortedKeys(member)]));
}

function asJson(dashboard: ClassicDashboard): { [key: string]: Json } {
  return JSON.parse(JSON.stringify(dashboard)) as { [key: string]: Json };
}

/** The builder leaves `auto…` fields of interval variables on every data source variable. */
function withoutStrays(variable: Json): Json {
  if (variable === null || typeof variable !== 'object' || Array.isArray(variable)) return variable;
  return Object.fromEntries(Object.entries(variable).filter(([key]) => !key.startsWith('auto')));
}

/** Makes the builder's output loadable and stable: panel ids 1…n, positions, schema version, no stray fields, sorted keys. */
export function finished(dashboard: ClassicDashboard): string {
  const json = asJson(dashboard);
  const built = json['panels'] as { [key: string]: Json }[];
  const positions = packed(built.map((panel) => panel['gridPos'] as unknown as GridSize));
  const panels = built.map((panel, index) => ({ ...panel, id: index + 1, gridPos: { ...positions[index] } }));
  const templating = json['templating'] as { list: Json[] };
  const result: Json = {
    ...json,
    id: null,
    schemaVersion: currentSchema,
    version: 1,
    panels,
    templating: { list: templating.list.map(withoutStrays) },
  };
  return `${JSON.stringify(sortedKeys(result), null, 2)}\n`;
}
