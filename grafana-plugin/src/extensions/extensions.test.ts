import { alertLink } from './alert-link.ts';
import { panelLink } from './panel-link.ts';

describe('links from Grafana', () => {
  it('leads an alert of a KPI to its plan and offers nothing for other alerts', () => {
    expect(alertLink({ instance: { labels: { kpi: 'cac' } } })).toEqual({ path: '/a/aicos-app/coordination?kpi=cac' });
    expect(alertLink({ instance: { labels: { job: 'node' } } })).toBeUndefined();
    expect(alertLink(undefined)).toBeUndefined();
  });

  it.each([
    ['max by (kpi) (aicos_kpi_score_ratio{kpi="runway"})', 'runway'],
    ['aicos_burn_rate_amount_per_month{currency="EUR"}', 'burn_rate'],
  ])('finds the KPI in %s', (expr, kpi) => {
    expect(panelLink({ targets: [{ expr }] })).toEqual({ path: `/a/aicos-app/simulations/new?kpi=${kpi}` });
  });

  it('offers no simulation for a panel without our metrics', () => {
    expect(panelLink({ targets: [{ expr: 'up' }, {}] })).toBeUndefined();
    expect(panelLink({})).toBeUndefined();
  });
});
