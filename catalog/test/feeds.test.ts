import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { kpiIds, kpis } from '../src/index.ts';

const migration = readFileSync(new URL('../../demo/src/schema/migrations/0011_feeds.sql', import.meta.url), 'utf8');
const gate = new Map<string, Set<string>>();
for (const [, kpi = '', feed = ''] of migration.matchAll(/\('([a-z0-9_]+)',\s*'([a-z_]+)'\)/g)) {
  gate.set(kpi, (gate.get(kpi) ?? new Set()).add(feed));
}

describe('feeds', () => {
  it.each(kpiIds)('of %s are those that the feed gate of the shop demands', (kpi) => {
    expect([...(gate.get(kpi) ?? [])].toSorted()).toEqual([...kpis[kpi].feeds].sort());
  });

  it('of the gate belong to known KPIs', () => {
    expect([...gate.keys()].filter((kpi) => !(kpi in kpis))).toEqual([]);
  });
});
