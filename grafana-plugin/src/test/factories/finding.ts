import type { Evidence, Finding } from '@ai-cos/agent-runner/contract';
import { idOf } from './ids.ts';

export function makeEvidence(part: Partial<Evidence> = {}): Evidence {
  return {
    entities: [
      { type: 'product', id: '123', label: '123 Trail shoe' },
      { type: 'warehouse', id: '1', label: 'Lyon' },
    ],
    measures: [
      { name: 'units on hand', value: 18, unit: 'units', baseline: 210 },
      { name: 'units sold per day', value: 9.4, unit: 'units_per_day', baseline: 7.1 },
      { name: 'days of cover', value: 1.9, unit: 'days', baseline: 30 },
    ],
    period: { from: '2026-10-06', to: '2026-11-03' },
    comparison: 'against the four weeks before',
    query: { name: 'stock-cover', rowCount: 42, truncated: false },
    source: 'database',
    ...part,
  };
}

export function makeFinding(number: number, part: Partial<Finding> = {}): Finding {
  return {
    id: idOf('finding', number),
    agentId: 'stock-forecaster',
    analysis: 'stock-cover',
    kpiIds: ['cart_abandonment'],
    severity: 'high',
    title: 'Product 123 is sold out in 2 days',
    detail: 'Demand rose by a third since the campaign started and the last order was late.',
    sufficient: true,
    evidence: [makeEvidence()],
    ...part,
  };
}
