import type { KpiId } from '@ai-cos/catalog';
import { describe, expect, it } from 'vitest';
import { proposeThresholds } from './proposed-thresholds.ts';
import { plansOf } from './replay-year.ts';
import { statusesOf, type KpiDay } from './status-walk.ts';

function days(values: readonly (number | null)[]): KpiDay[] {
  return values.map((value, index) => ({ at: new Date(Date.UTC(2026, 0, 1 + index)).toISOString(), value }));
}

function series(entries: Partial<Record<KpiId, readonly (number | null)[]>>) {
  return new Map(Object.entries(entries).map(([id, values]) => [id as KpiId, days(values)]));
}

describe('a year walked again', () => {
  it('confirms a status as the exporters do', () => {
    // Latency: warning above 800, critical above 1,800, confirmed within the day.
    expect(statusesOf('backend_p95_ms', days([200, 900, 2_000, 200]))).toEqual(['ok', 'warning', 'critical', 'ok']);
  });

  it('opens one plan for a cause and its symptoms and closes it when all are back', () => {
    const plans = plansOf(
      series({
        backend_p95_ms: [200, 900, 900, 900, 200, 200, 200, 200],
        frontend_p95_ms: [2_000, 2_000, 4_500, 4_500, 4_500, 2_000, 2_000, 2_000],
      })
    );
    expect(plans).toHaveLength(1);
    expect(plans[0]).toMatchObject({
      openedAt: '2026-01-02T00:00:00.000Z',
      kpiIds: ['backend_p95_ms', 'frontend_p95_ms'],
      daysAhead: null,
    });
    expect(plans[0]?.closedAt).not.toBeNull();
  });

  it('says how early a plan would have come before it became critical', () => {
    const [plan] = plansOf(series({ backend_p95_ms: [200, 900, 900, 900, 900, 2_000, 2_000] }));
    expect(plan).toMatchObject({ daysAhead: 4, closedAt: null });
  });

  it('proposes thresholds from the quantiles of a KPI that falls when it is bad', () => {
    const values = Array.from({ length: 201 }, (_, index) => 100 + index / 10);
    const proposal = proposeThresholds('average_order_value', days(values));
    // 2 % of 200 steps from below: 100.4; half a percent: 100.1. The weekly season of a ramp is small.
    expect(proposal.warning).toBeGreaterThan(100);
    expect(proposal.warning).toBeLessThan(101);
    expect(proposal.critical).toBeLessThanOrEqual(proposal.warning ?? 0);
  });

  it('marks a KPI without history', () => {
    expect(proposeThresholds('csat', days([4.2, null, 4.3]))).toMatchObject({ warning: null, days: 2 });
  });
});
