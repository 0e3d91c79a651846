import type { KpiRecord } from '../schema/kpi.ts';
import { businessKpis } from './business.ts';
import { expansionKpis } from './expansion.ts';
import { financeKpis } from './finance.ts';
import { logisticsKpis } from './logistics.ts';
import { marketingKpis } from './marketing.ts';
import { operationsKpis } from './operations.ts';
import { productKpis } from './product.ts';
import { supportKpis } from './support.ts';
import { techKpis } from './tech.ts';
import { uxKpis } from './ux.ts';

/** The 40 KPIs in the order of the columns of `ai_cos_snapshots`. */
const records = {
  ...techKpis,
  ...businessKpis,
  ...uxKpis,
  ...expansionKpis,
  ...marketingKpis,
  ...financeKpis,
  ...logisticsKpis,
  ...productKpis,
  ...supportKpis,
  ...operationsKpis,
} as const;

export type KpiId = keyof typeof records;
export const kpis: Readonly<Record<KpiId, KpiRecord & { readonly id: KpiId }>> = records;
export const kpiIds = Object.keys(records) as [KpiId, ...KpiId[]];

const byAnySpelling = new Map<string, KpiId>(
  kpiIds.flatMap((id) => [id, kpis[id].camel, kpis[id].kebab, ...kpis[id].aliases].map((name) => [name, id] as const))
);

/** Any accepted spelling (snake, camel, kebab, alias) to the id, or undefined for an unknown name. */
export function kpiIdOf(name: string): KpiId | undefined {
  return byAnySpelling.get(name);
}

export function isKpiId(id: string): id is KpiId {
  return Object.hasOwn(records, id);
}
