import { assessKpi, type ComputedKpi, type KpiAssessment } from '@ai-cos/catalog';
import { undefinedBecause, type Measurement } from '../collectors/measurement.ts';
import type { KpiDefinition } from '../config/kpi-definition.ts';

/** The last computation of a KPI (of a store, where stores are told apart) and what it means. */
export interface KpiEntry {
  readonly definition: KpiDefinition;
  readonly measurement: Measurement;
  readonly assessment: KpiAssessment;
  /** Last defined score: a KPI that turns undefined must not raise health. */
  readonly lastScore: number | null;
  /** Business time the value describes and wall time it was computed; null before the first computation. */
  readonly asOf: Date | null;
  readonly computedAt: Date | null;
  readonly feedLagSeconds: Readonly<Record<string, number>>;
}

export interface Computation {
  readonly definition: KpiDefinition;
  readonly measurements: readonly Measurement[];
  readonly asOf: Date;
  readonly computedAt: Date;
  readonly feedLagSeconds: Readonly<Record<string, number>>;
}

/** All KPIs as last computed; what a scrape and the API show. */
export interface KpiBoard {
  record(computation: Computation): void;
  entries(): readonly KpiEntry[];
}

export function createKpiBoard(definitions: readonly KpiDefinition[]): KpiBoard {
  const byKpi = new Map(definitions.map((definition) => [definition.id, [unknownYet(definition)]]));
  return {
    record(computation) {
      const previous = byKpi.get(computation.definition.id) ?? [];
      const measurements = forEveryStore(computation.measurements, previous);
      byKpi.set(
        computation.definition.id,
        measurements.map((measurement) => nextEntry(computation, measurement, previous))
      );
    },
    entries: () => [...byKpi.values()].flat(),
  };
}

function unknownYet(definition: KpiDefinition): KpiEntry {
  const measurement = undefinedBecause(definition.enabled ? 'not_computed_yet' : 'switched_off');
  return {
    definition,
    measurement,
    assessment: assessKpi(definition, computed(measurement), undefined),
    lastScore: null,
    asOf: null,
    computedAt: null,
    feedLagSeconds: {},
  };
}

/** A failure has no stores: it counts for each that was seen before. */
function forEveryStore(measurements: readonly Measurement[], previous: readonly KpiEntry[]): readonly Measurement[] {
  const [only] = measurements;
  const stores = previous.flatMap(({ measurement }) => measurement.store ?? []);
  if (only === undefined || only.reason === null || only.store !== null || stores.length === 0) return measurements;
  return stores.map((store) => ({ ...only, store }));
}

function nextEntry(computation: Computation, measurement: Measurement, previous: readonly KpiEntry[]): KpiEntry {
  const { definition, asOf, computedAt, feedLagSeconds } = computation;
  const before = previous.find((entry) => entry.measurement.store === measurement.store);
  // What was never computed is no computation that the next one would have to confirm.
  const state = before === undefined || before.computedAt === null ? undefined : before.assessment.state;
  const assessment = assessKpi(definition, computed(measurement), state);
  return {
    definition,
    measurement,
    assessment,
    lastScore: assessment.score ?? before?.lastScore ?? null,
    asOf,
    computedAt,
    feedLagSeconds,
  };
}

function computed({ value, reason, numerator, denominator, sampleSize }: Measurement): ComputedKpi {
  const sample = {
    numerator: numerator ?? undefined,
    denominator: denominator ?? undefined,
    sample: sampleSize ?? undefined,
  };
  return value === null ? { ...sample, reason: reason ?? 'zero_denominator_or_no_data' } : { ...sample, value };
}
