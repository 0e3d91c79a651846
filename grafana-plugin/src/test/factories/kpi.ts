import { kpiIds, kpis, type KpiId } from '@ai-cos/catalog/kpis';
import { rawStatus, scoreOf } from '@ai-cos/catalog/kpi-status';
import type { HealthBoard, KpiDetail, KpiForecast, KpiHistory, KpiView } from '@ai-cos/agent-runner/contract';
import { businessDaysAgo, businessNow, wallNow } from './ids.ts';

export function makeKpiView(id: KpiId, value: number | null, part: Partial<KpiView> = {}): KpiView {
  const record = kpis[id];
  const { direction, target, warning, critical } = record;
  const thresholds = { direction, target, warning, critical, band: record.band ?? null };
  return {
    id,
    store: null,
    value,
    baseValue: value === null ? null : value * record.nativeToBase,
    numerator: value === null ? null : 420,
    denominator: value === null ? null : 1000,
    sampleSize: value === null ? null : 1000,
    score: value === null ? null : scoreOf(thresholds, value),
    status: value === null ? 'undefined' : rawStatus(thresholds, value),
    significant: value !== null,
    reason: value === null ? 'no feed: the source table has no rows for the window' : null,
    currency: record.unit.startsWith('amount') ? 'EUR' : null,
    thresholds,
    weight: record.weight,
    stage: 'act',
    sensitivity: record.sensitivity,
    definitionVersion: '1',
    asOf: businessNow,
    computedAt: wallNow,
    feedLagSeconds: { orders: 120 },
    label: record.label,
    family: record.family,
    pole: record.pole,
    unit: record.unit,
    decimals: record.decimals,
    owner: record.owner,
    watchers: [...record.also],
    squad: record.squad,
    definition: record.definition,
    benchmark: record.benchmark,
    weekChange: value === null ? null : value * 0.02,
    openEventIds: [],
    pendingActions: 0,
    ...part,
  };
}

const bad: Partial<Record<KpiId, number | null>> = {
  cart_abandonment: 81.4,
  conversion_rate: 1.6,
  cac: 58,
  test_coverage: null,
  esg_score: null,
};

function valueOf(id: KpiId): number | null {
  const given = bad[id];
  return given === undefined ? kpis[id].target : given;
}

/** Simulated: most KPIs at target, three out of band, two undefined. */
export function makeHealthBoard(part: Partial<HealthBoard> = {}): HealthBoard {
  const views = kpiIds.map((id) => makeKpiView(id, valueOf(id)));
  const families = [...new Set(views.map(({ family }) => family))];
  return {
    asOf: businessNow,
    simulated: true,
    health: [
      { scope: 'global', name: 'global', ratio: 0.86, coverage: 0.95 },
      ...families.map((name) => ({ scope: 'domain' as const, name, ratio: 0.9, coverage: 1 })),
    ],
    kpis: views,
    blindSinceAt: null,
    ...part,
  };
}

export function makeKpiDetail(id: KpiId, part: Partial<KpiDetail> = {}): KpiDetail {
  return {
    ...makeKpiView(id, valueOf(id)),
    influencedBy: [
      {
        edgeId: 'e08',
        from: 'stock_rupture',
        to: id,
        sign: '+',
        lagDays: 0,
        grade: 'B',
        enabled: true,
        basis: 'baskets given up when an item is sold out',
      },
    ],
    influences: [
      {
        edgeId: 'e09',
        from: id,
        to: 'conversion_rate',
        sign: '-',
        lagDays: 0,
        grade: 'I',
        enabled: true,
        basis: 'identity of the funnel',
      },
    ],
    actionIds: [],
    eventIds: [],
    runbook: 'AicosCartAbandonmentOffTarget',
    ...part,
  };
}

function wave(index: number, target: number): number {
  return target * (1 + 0.03 * Math.sin(index / 4) + (index > 45 ? 0.012 * (index - 45) : 0));
}

export function makeHistory(id: KpiId): KpiHistory {
  const { unit, target } = kpis[id];
  const points = Array.from({ length: 60 }, (_unused, index) => ({
    at: businessDaysAgo(60 - index),
    value: index === 20 ? null : wave(index, target),
    numerator: null,
    denominator: null,
    sampleSize: 900,
    matured: true,
  }));
  return { id, unit, points };
}

export function makeForecast(id: KpiId): KpiForecast {
  const { unit, target } = kpis[id];
  const points = Array.from({ length: 14 }, (_unused, index) => {
    const middle = wave(60 + index, target);
    const spread = target * 0.01 * (index + 2);
    return { at: businessDaysAgo(-index), p10: middle - spread, p50: middle, p90: middle + spread };
  });
  return {
    id,
    unit,
    method: 'seasonal naive with drift',
    reliable: true,
    reason: null,
    backtest: { mase: 0.84, coverage: 0.79, origins: 26 },
    points,
  };
}
