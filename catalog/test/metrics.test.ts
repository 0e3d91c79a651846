import { describe, expect, it } from 'vitest';
import { baseCounterIds, kpiIds, kpis, metricFamilies, metricFamilyOf, thresholdSeries } from '../src/index.ts';

const own = metricFamilies.filter((family) => family.name.startsWith('aicos_'));

describe('metric families', () => {
  it('have names of their own', () => {
    const names = metricFamilies.map((family) => family.name);

    expect(new Set(names).size).toBe(names.length);
  });

  it.each(own)('$name follows the conventions of Prometheus', ({ name, type, help, labels }) => {
    expect(name).toMatch(/^aicos_[a-z0-9_]+$/);
    expect(name.endsWith('_total')).toBe(type === 'counter');
    expect(help).toMatch(/^\S.*\.$/);
    for (const label of labels) expect(label).toMatch(/^[a-z][a-z_]*$/);
    expect(labels.filter((label) => /(^|_)id$/.test(label))).toEqual([]);
  });

  it.each(kpiIds)('hold the value of %s', (kpi) => {
    const family = metricFamilyOf(kpis[kpi].metric);

    expect(family).toMatchObject({ type: 'gauge', producer: 'exporters' });
    expect(family?.labels).toEqual([...(kpis[kpi].metricLabels ?? []), 'store']);
  });

  it('hold about fifteen base counters', () => {
    expect(baseCounterIds).toHaveLength(15);
  });

  it('are found by the names of the series of a histogram', () => {
    expect(metricFamilyOf('http_request_duration_seconds_bucket')?.name).toBe('http_request_duration_seconds');
    expect(metricFamilyOf('aicos_orders_total_bucket')).toBeUndefined();
  });
});

describe('threshold series', () => {
  it.each(kpiIds)('of %s give every threshold of the record', (kpi) => {
    const levels = new Map(thresholdSeries(kpis[kpi]));

    expect(levels.get('target')).toBe(kpis[kpi].target);
    expect(levels.size).toBe(kpis[kpi].direction === 'band' ? 7 : 3);
  });
});
