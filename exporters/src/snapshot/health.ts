import {
  agentIds,
  healthOf,
  kpiFamilies,
  kpisOf,
  poles,
  type HealthInput,
  type HealthReading,
  type KpiId,
} from '@ai-cos/catalog';
import type { KpiEntry } from './kpi-board.ts';

function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

const worstFirst = ['critical', 'warning', 'ok', 'undefined'] as const;

/** A KPI with stores counts once: mean score, worst status. */
function inputOf(entries: readonly [KpiEntry, ...KpiEntry[]]): HealthInput {
  const { weight, alertMinSample } = entries[0].definition;
  const statuses = entries.map(({ assessment }) => assessment.status);
  return {
    weight,
    alertMinSample,
    score: mean(entries.flatMap(({ assessment }) => assessment.score ?? [])),
    lastScore: mean(entries.flatMap(({ lastScore }) => lastScore ?? [])),
    status: worstFirst.find((status) => statuses.includes(status)) ?? 'undefined',
    sample: Math.min(...entries.map(({ measurement }) => measurement.sampleSize ?? 0)),
  };
}

function kpiInputs(entries: readonly KpiEntry[]): readonly HealthInput[] {
  const byKpi = new Map<KpiId, [KpiEntry, ...KpiEntry[]]>();
  for (const entry of entries) {
    const { id } = entry.definition;
    const known = byKpi.get(id);
    if (known === undefined) byKpi.set(id, [entry]);
    else known.push(entry);
  }
  return [...byKpi.values()].map(inputOf);
}

type Scope = Pick<HealthReading, 'scope' | 'name'> & { includes: (entry: KpiEntry) => boolean };

function scopes(): readonly Scope[] {
  return [
    { scope: 'global', name: 'all', includes: () => true },
    ...poles.map((pole): Scope => ({ scope: 'pole', name: pole, includes: (entry) => entry.definition.pole === pole })),
    ...kpiFamilies.map((family): Scope => ({
      scope: 'domain',
      name: family,
      includes: (entry) => entry.definition.family === family,
    })),
    ...agentIds.map((agent): Scope => {
      const ids = new Set<KpiId>(kpisOf(agent));
      return { scope: 'agent', name: agent, includes: (entry) => ids.has(entry.definition.id) };
    }),
  ];
}

/** Weighted health of the company, every pole, domain and agent; a KPI that is switched off does not count. */
export function healthReadings(entries: readonly KpiEntry[]): readonly HealthReading[] {
  const counted = entries.filter(({ definition }) => definition.enabled);
  return scopes().flatMap(({ scope, name, includes }) => {
    const inputs = kpiInputs(counted.filter(includes));
    if (inputs.length === 0) return [];
    const health = healthOf(inputs);
    return [{ scope, name, ratio: health?.health ?? null, coverage: health?.coverage ?? 0 }];
  });
}
