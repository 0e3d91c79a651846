import { kpis } from '@ai-cos/catalog';
import { describe, expect, it } from 'vitest';
import { evaluateAlerts } from './evaluate-alerts.ts';
import type { Scrape } from './status-history.ts';

const warning: Scrape = { status: 'warning', significant: true };
const ok: Scrape = { status: 'ok', significant: true };

function times(count: number, scrape: Scrape): Scrape[] {
  return Array.from({ length: count }, () => scrape);
}

describe('evaluateAlerts', () => {
  it('tells when an alert became active, fired and resolved', () => {
    const scrapes = [...times(3, ok), ...times(5, warning), ...times(20, ok)];
    const series = [{ exporter: 'a', kpi: 'conversion_rate' as const, store: '', scrapes }];

    const alerts = evaluateAlerts({ stepSeconds: 60, series }, kpis);

    expect(alerts).toEqual([
      expect.objectContaining({ alert: 'AicosConversionRateOffTarget', activeAt: 180, from: 240, to: 1080 }),
    ]);
  });

  it('keeps stores apart and labels them', () => {
    const series = [
      { exporter: 'a', kpi: 'conversion_rate' as const, store: 'north', scrapes: times(5, warning) },
      { exporter: 'a', kpi: 'conversion_rate' as const, store: 'south', scrapes: times(5, ok) },
    ];

    const alerts = evaluateAlerts({ stepSeconds: 60, series }, kpis);

    expect(alerts).toEqual([expect.objectContaining({ from: 60, to: null })]);
    expect(alerts[0]?.labels).toMatchObject({ store: 'north', severity: 'warning', event_type: 'CONVERSION_DROP' });
  });

  it('follows the time scale', () => {
    const series = [{ exporter: 'a', kpi: 'cac' as const, store: '', scrapes: times(10, warning) }];
    const demo = { daySeconds: 20, evaluationSeconds: 2, scrapeSeconds: 2 };

    expect(evaluateAlerts({ stepSeconds: 2, series }, kpis, demo)).toEqual([expect.objectContaining({ from: 4 })]);
  });

  it('forgets a series that was not scraped for five minutes', () => {
    const scrapes = [...times(5, warning), ...times(30, 'missed' as const)];
    const series = [{ exporter: 'a', kpi: 'conversion_rate' as const, store: '', scrapes }];

    const [alert] = evaluateAlerts({ stepSeconds: 60, series }, kpis);

    expect(alert?.to).toBe(60 * (4 + 5 + 1 + 10));
  });
});
