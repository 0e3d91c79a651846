import type { KpiId } from '@ai-cos/catalog';
import type { KpiEntry } from './kpi-board.ts';

/** The value of a KPI; undefined when it has none, and then nothing can be said about it. */
type Values = (id: KpiId) => KpiEntry['measurement'] | undefined;

interface Identity {
  readonly name: string;
  readonly kpis: readonly KpiId[];
  readonly holds: (values: Values) => boolean;
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-3 * Math.max(1, Math.abs(a), Math.abs(b));
}

function value(values: Values, id: KpiId): number {
  return values(id)?.value ?? Number.NaN;
}

const identities: readonly Identity[] = [
  {
    name: 'runway = cash ÷ burn_rate',
    kpis: ['runway', 'burn_rate'],
    holds: (of) => isNear(value(of, 'runway') * value(of, 'burn_rate'), of('runway')?.numerator ?? Number.NaN),
  },
  {
    name: 'product_quality ≤ return_rate, of the same cohort',
    kpis: ['product_quality', 'return_rate'],
    holds: (of) => value(of, 'product_quality') <= value(of, 'return_rate'),
  },
  {
    name: 'cac = marketing spend ÷ new customers',
    kpis: ['cac'],
    holds: (of) =>
      isNear(value(of, 'cac') * (of('cac')?.denominator ?? Number.NaN), of('cac')?.numerator ?? Number.NaN),
  },
  {
    name: 'security_score is a multiple of 10',
    kpis: ['security_score'],
    holds: (of) => value(of, 'security_score') % 10 === 0,
  },
];

/**
 * Identities between KPIs that do not hold: a mistake in the data, not an event of the business. Only default queries read at
 * one instant are compared; a query of the company may define its KPI differently.
 */
export function brokenIdentities(entries: readonly KpiEntry[]): readonly string[] {
  const known = new Map(
    entries
      .filter(
        ({ definition, measurement }) =>
          !definition.ownQuery && measurement.store === null && measurement.value !== null
      )
      .map((entry) => [entry.definition.id, entry])
  );
  return identities
    .filter(({ kpis, holds }) => {
      const instants = kpis.map((id) => known.get(id)?.asOf?.getTime());
      if (instants.some((instant) => instant === undefined || instant !== instants[0])) return false;
      return !holds((id) => known.get(id)?.measurement);
    })
    .map(({ name }) => name);
}
