import { kpis, type KpiId, type KpiReading } from '@ai-cos/catalog';
import type { CoordinationInput } from '../../src/coordination/types.ts';

/** A reading with the thresholds of the catalog; status and value as given. */
export function reading(id: KpiId, value: number | null, status: KpiReading['status']): KpiReading {
  const { direction, target, warning, critical, band, weight, sensitivity } = kpis[id];
  return {
    id,
    store: null,
    value,
    baseValue: null,
    numerator: null,
    denominator: null,
    sampleSize: 100,
    score: status === 'ok' ? 1 : 0,
    status,
    significant: true,
    reason: null,
    currency: null,
    thresholds: { direction, target, warning, critical, band: band ?? null },
    weight,
    stage: 'act',
    sensitivity,
    definitionVersion: '1',
    asOf: '2026-03-01T00:00:00.000Z',
    computedAt: '2026-03-01T00:00:00.000Z',
    feedLagSeconds: {},
  };
}

export function input(changes: Partial<CoordinationInput> = {}): CoordinationInput {
  return {
    eventType: 'STOCK_ALERT',
    origin: 'alert',
    sourceAgentId: 'stock-forecaster',
    kpiIds: ['stock_rupture'],
    severity: 'high',
    data: {},
    asOf: '2026-03-01T00:00:00.000Z',
    currency: 'EUR',
    readings: [],
    onsets: {},
    agents: {},
    recent: [],
    waitingPerPole: {},
    day: { freeze: null },
    blind: null,
    ...changes,
  };
}
