import { describe, expect, it } from 'vitest';
import { Kpi, kpiIdOf, kpiIds, kpis, kpiUnits } from '../src/index.ts';

const all = kpiIds.map((id) => kpis[id]);

function duplicates(names: readonly string[]): string[] {
  return names.filter((name, index) => names.indexOf(name) !== index);
}

describe('the KPIs', () => {
  it('are 40, at most ten of them fast', () => {
    expect(all).toHaveLength(40);
    expect(all.filter((kpi) => kpi.class === 'fast').length).toBeLessThanOrEqual(10);
  });

  it.each(kpiIds)('%s is a valid record under its own id', (id) => {
    expect(Kpi.parse(kpis[id]).id).toBe(id);
    expect(kpis[id].snapshotColumn).toBe(id);
  });

  it('have names, spellings and metrics that no other KPI has', () => {
    const spellings = all.flatMap((kpi) => [...new Set([kpi.id, kpi.camel, kpi.kebab, ...kpi.aliases])]);

    expect(duplicates(spellings)).toEqual([]);
    expect(duplicates(all.map((kpi) => kpi.metric))).toEqual([]);
    expect(duplicates(all.map((kpi) => kpi.label))).toEqual([]);
  });

  it.each(kpiIds)('%s is found by every spelling', (id) => {
    const { camel, kebab, aliases } = kpis[id];

    for (const name of [id, camel, kebab, ...aliases]) expect(kpiIdOf(name)).toBe(id);
    expect(kebab.replaceAll('-', '_')).toBe(id);
    expect(camel.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)).toBe(id);
  });

  it('do not answer to a name nobody gave them', () => {
    expect(kpiIdOf('revenue')).toBeUndefined();
    expect(kpiIdOf('toString')).toBeUndefined();
  });

  it('accept the aliases of the founding texts', () => {
    const aliases = ['aov', 'backendP95', 'frontendP95', 'techDebt'].map(kpiIdOf);

    expect(aliases).toEqual(['average_order_value', 'backend_p95_ms', 'frontend_p95_ms', 'tech_debt_score']);
  });
});

describe('weights', () => {
  it('sum to 100', () => {
    let total = 0;
    for (const kpi of all) total += kpi.weight;

    expect(total).toBe(100);
  });

  it('of the founding-critical five exceed every other', () => {
    const critical = all.filter((kpi) => kpi.foundingCritical);
    const others = all.filter((kpi) => !kpi.foundingCritical);

    expect(critical.map((kpi) => kpi.id)).toEqual(['cac', 'ltv', 'burn_rate', 'fulfillment_time', 'response_time']);
    expect(Math.min(...critical.map((kpi) => kpi.weight))).toBeGreaterThan(
      Math.max(...others.map((kpi) => kpi.weight))
    );
  });
});

describe('thresholds', () => {
  it.each(all.filter((kpi) => kpi.direction !== 'band'))('of $id get worse in the direction of the KPI', (kpi) => {
    const sign = kpi.direction === 'up' ? -1 : 1;

    expect(sign * (kpi.warning - kpi.target)).toBeGreaterThan(0);
    expect(sign * (kpi.critical - kpi.warning)).toBeGreaterThan(0);
    expect(kpi.band).toBeUndefined();
  });

  it.each(all.filter((kpi) => kpi.direction === 'band'))('of the band of $id enclose each other', (kpi) => {
    const { lowCrit, lowWarn, lowOk, highOk, highWarn, highCrit } = kpi.band ?? {};
    const edges = [lowCrit, lowWarn, lowOk, kpi.target, highOk, highWarn, highCrit].map(Number);

    expect(edges).toEqual(edges.toSorted((a, b) => a - b));
    expect(new Set(edges).size).toBe(edges.length);
  });

  it('of an opportunity lie beyond the target', () => {
    const withOpportunity = all.filter((kpi) => kpi.opportunity !== null);

    expect(withOpportunity).toHaveLength(5);
    for (const kpi of withOpportunity) {
      const sign = kpi.direction === 'up' ? 1 : -1;
      expect(sign * ((kpi.opportunity ?? NaN) - kpi.target), kpi.id).toBeGreaterThan(0);
    }
  });
});

describe('units and refresh', () => {
  const refreshSeconds = { '1 min': 60, '15 min': 900, daily: 86_400 } as const;

  it('are all in use', () => {
    expect(new Set(all.map((kpi) => kpi.unit))).toEqual(new Set(kpiUnits));
  });

  it.each(all)('of $id round-trip between native and base', ({ nativeToBase, target }) => {
    expect((target * nativeToBase) / nativeToBase).toBeCloseTo(target, 9);
  });

  it.each(all)('of $id say the same in words and in seconds', ({ refresh, refreshSeconds: seconds, class: speed }) => {
    const word = (Object.keys(refreshSeconds) as (keyof typeof refreshSeconds)[]).find((name) =>
      refresh.startsWith(name)
    );

    expect(word && refreshSeconds[word]).toBe(seconds);
    if (speed === 'fast') expect(seconds).toBe(60);
  });

  it.each(all)('of $id confirm as often as the class asks', ({ class: speed, confirm }) => {
    expect(confirm).toBe(speed === 'fast' ? 3 : 2);
  });

  it('of money carry the currency as a label and in the name of the metric the amount', () => {
    for (const { id, unit, metric, metricLabels } of all) {
      const isMoney = unit === 'amount' || unit === 'amount_per_month';
      expect(metricLabels?.includes('currency') ?? false, id).toBe(isMoney);
      expect(/_amount(_per_month)?$/.test(metric), id).toBe(isMoney);
    }
  });
});
