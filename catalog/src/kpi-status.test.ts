import { describe, expect, it } from 'vitest';
import { isPastTarget, rawStatus, scoreOf } from './kpi-status.ts';
import { kpis, type KpiId } from './kpis/index.ts';

/** Vectors of the KPI reference, section 3: [value, score, status]. */
const vectors: Partial<Record<KpiId, readonly (readonly [number, number, string])[]>> = {
  cac: [
    [30, 1, 'ok'],
    [41.5, 0.85, 'ok'],
    [45, 0.7, 'warning'],
    [52.5, 0.55, 'warning'],
    [60, 0.4, 'critical'],
    [70, 0.2, 'critical'],
    [80, 0, 'critical'],
    [90, 0, 'critical'],
  ],
  conversion_rate: [
    [3, 1, 'ok'],
    [1.95, 0.85, 'ok'],
    [1.4, 0.7, 'warning'],
    [0.8, 0.4, 'critical'],
    [0.4, 0.2, 'critical'],
    [0, 0, 'critical'],
  ],
  roi_campaigns: [
    [30, 0.7, 'warning'],
    [0, 0.4, 'critical'],
    [-20, 0.2, 'critical'],
    [-40, 0, 'critical'],
  ],
  budget_variance: [
    [-3, 1, 'ok'],
    [4, 0.85, 'ok'],
    [5, 0.7, 'warning'],
    [-7.5, 0.55, 'warning'],
    [10, 0.4, 'critical'],
    [-15, 0.1, 'critical'],
  ],
  warehouse_capacity: [
    [80, 1, 'ok'],
    [87.5, 0.85, 'ok'],
    [65, 0.85, 'ok'],
    [60, 0.7, 'warning'],
    [95, 0.4, 'critical'],
    [45, 0.4, 'critical'],
    [100, 0.1, 'critical'],
  ],
};

const cases = Object.entries(vectors).flatMap(([id, rows]) =>
  rows.map(([value, score, status]) => ({ id: id as KpiId, value, score, status }))
);

describe('score and raw status', () => {
  it.each(cases)('$id at $value scores $score and is $status', ({ id, value, score, status }) => {
    expect(scoreOf(kpis[id], value)).toBeCloseTo(score, 10);
    expect(rawStatus(kpis[id], value)).toBe(status);
  });

  it('takes the target itself as reached and the first step past it as not', () => {
    expect(isPastTarget(kpis.cac, 38)).toBe(false);
    expect(isPastTarget(kpis.cac, 38.01)).toBe(true);
    expect(isPastTarget(kpis.warehouse_capacity, 69.9)).toBe(true);
  });

  it('refuses a band KPI without a band', () => {
    expect(() => scoreOf({ direction: 'band', target: 1, warning: 2, critical: 3 }, 1)).toThrow('band');
  });
});
