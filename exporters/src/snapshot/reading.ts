import type { KpiReading } from '@ai-cos/catalog';
import { undefinedBecause } from '../collectors/measurement.ts';
import type { KpiDefinition } from '../config/kpi-definition.ts';
import { baseValue } from './base-value.ts';
import type { KpiEntry } from './kpi-board.ts';

function thresholdsOf(definition: KpiDefinition): KpiReading['thresholds'] {
  const { direction, target, warning, critical, band } = definition;
  return { direction, target, warning, critical, band };
}

/** The reason with the feeds it is about: the API has room for what a label has not. */
export function reasonText(reason: string | null, feeds: readonly string[]): string | null {
  return feeds.length === 0 ? reason : `${String(reason)}:${feeds.join(',')}`;
}

/** One KPI as `GET /kpis` shows it. */
export function readingOf(entry: KpiEntry, currency: string): KpiReading {
  const { definition, measurement, assessment } = entry;
  const { value } = measurement;
  const money = definition.metricLabels?.includes('currency') === true;
  return {
    id: definition.id,
    store: measurement.store,
    value,
    baseValue: value === null ? null : baseValue(definition, value),
    numerator: measurement.numerator,
    denominator: measurement.denominator,
    sampleSize: measurement.sampleSize,
    score: assessment.score,
    status: assessment.status,
    significant: assessment.significant,
    reason: reasonText(measurement.reason, measurement.feeds),
    currency: money ? currency : null,
    thresholds: thresholdsOf(definition),
    weight: definition.weight,
    stage: definition.stage,
    sensitivity: definition.sensitivity,
    definitionVersion: definition.definitionVersion,
    asOf: entry.asOf?.toISOString() ?? null,
    computedAt: entry.computedAt?.toISOString() ?? null,
    feedLagSeconds: { ...entry.feedLagSeconds },
  };
}

/** A restricted KPI for a reader without the token: it exists, and that is all. */
export function withheld(entry: KpiEntry): KpiEntry {
  return {
    ...entry,
    measurement: undefinedBecause('restricted'),
    assessment: { ...entry.assessment, score: null, status: 'undefined', significant: false },
    lastScore: null,
  };
}
