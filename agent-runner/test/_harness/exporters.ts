import { kpiIds, kpis, type KpiId, type KpiReading, type KpisResponse } from '@ai-cos/catalog';
import { ExportersUnavailable, type ExportersClient } from '../../src/kpis/exporters-client.ts';

/** Exporters that do not answer. */
export function noExporters(): ExportersClient {
  const fail = () => Promise.reject(new ExportersUnavailable('no exporters in this test'));
  return { kpis: fail, values: fail };
}

export function reading(id: KpiId, changes: Partial<KpiReading> = {}): KpiReading {
  const { direction, target, warning, critical, weight, sensitivity } = kpis[id];
  return {
    id,
    store: null,
    value: target,
    baseValue: target * kpis[id].nativeToBase,
    numerator: null,
    denominator: null,
    sampleSize: 100,
    score: 1,
    status: 'ok',
    significant: true,
    reason: null,
    currency: null,
    thresholds: { direction, target, warning, critical, band: kpis[id].band ?? null },
    weight,
    stage: 'act',
    sensitivity,
    definitionVersion: '1',
    asOf: '2026-03-01T10:00:00.000Z',
    computedAt: '2026-03-01T10:00:00.000Z',
    feedLagSeconds: {},
    ...changes,
  };
}

export function kpisResponse(changes: Partial<Record<KpiId, Partial<KpiReading>>> = {}): KpisResponse {
  return {
    asOf: '2026-03-01T10:00:00.000Z',
    simulated: true,
    reportingCurrency: 'EUR',
    configDigest: 'test',
    kpis: kpiIds.map((id) => reading(id, changes[id])),
    health: [{ scope: 'global', name: 'global', ratio: 0.9, coverage: 1 }],
  };
}

/** Exporters with fixed readings: everything on target but what is changed. */
export function fixedExporters(response: KpisResponse = kpisResponse()): ExportersClient {
  return {
    kpis: () => Promise.resolve(response),
    values: (id) => Promise.resolve({ id, flow: false, asOf: response.asOf, points: [] }),
  };
}
