import { describe, expect, it } from 'vitest';
import { findingSeverity, isOpportunity } from './finding-severity.ts';
import { kpis } from './kpis/index.ts';

describe('findings', () => {
  it('raises a founding-critical KPI from the first cent past its target', () => {
    expect(findingSeverity(kpis.cac, 38)).toBeNull();
    expect(findingSeverity(kpis.cac, 38.01)).toBe('high');
    expect(findingSeverity(kpis.cac, 45)).toBe('high');
    expect(findingSeverity(kpis.cac, 60)).toBe('critical');
  });

  it('raises any other KPI from its warning threshold', () => {
    expect(findingSeverity(kpis.csat, 4.1)).toBeNull();
    expect(findingSeverity(kpis.csat, 4)).toBe('medium');
    expect(findingSeverity(kpis.csat, 3.5)).toBe('high');
  });

  it('sees an opportunity only where the catalog sets a level', () => {
    expect(isOpportunity(kpis.cac, 30)).toBe(true);
    expect(isOpportunity(kpis.conversion_rate, 3.1)).toBe(false);
    expect(isOpportunity(kpis.csat, 5)).toBe(false);
  });
});
