import { baseCounterIds, companionMetrics, kpiIds, kpis } from '@ai-cos/catalog';
import { describe, expect, it } from 'vitest';
import { library } from './fixtures/computing.ts';

describe('the default queries', () => {
  it('compute every KPI but the one of Prometheus', () => {
    expect(kpiIds.filter((id) => !library.kpis.has(id))).toEqual(['backend_p95_ms']);
  });

  it('have a daily flow for every KPI that is verified by one', () => {
    const wanted = kpiIds.filter((id) => ['flow', 'quantile'].includes(kpis[id].verify) && id !== 'backend_p95_ms');
    expect([...library.flows.keys()].toSorted()).toEqual(wanted.toSorted());
  });

  it('count every base counter of the catalog', () => {
    expect(library.counters.map(({ id }) => id)).toEqual([...baseCounterIds]);
  });

  it('compute every companion of the catalog, each from named feeds', () => {
    expect(library.companions.map(({ name }) => name)).toEqual(companionMetrics.map(({ name }) => name));
    expect(library.companions.filter(({ feeds }) => feeds.length === 0)).toEqual([]);
  });

  it('are functions of as_of alone: none asks the server for the time', () => {
    const texts = [...library.kpis.values(), ...[...library.flows.values()].map(({ statement }) => statement)];
    for (const { text, parameters } of texts) {
      expect(text).not.toMatch(/\bnow\s*\(|current_(date|timestamp|time)|clock_timestamp/i);
      expect(parameters).toContain('as_of');
    }
  });
});
