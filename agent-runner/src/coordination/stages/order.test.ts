import { describe, expect, it } from 'vitest';
import { candidate } from '../../../test/_harness/candidate.ts';
import { input, reading } from '../../../test/_harness/coordination-input.ts';
import { prioritise } from '../priority.ts';
import { emptyDraft, type Candidate, type Draft } from '../types.ts';
import { order } from './order.ts';

function draftOf(candidates: readonly Candidate[]): Draft {
  return {
    ...emptyDraft(input({ kpiIds: ['roi_campaigns'], readings: [reading('roi_campaigns', 20, 'warning')] })),
    rootCauses: [{ kpiId: 'roi_campaigns', support: 1, explains: [], reason: '' }],
    candidates,
  };
}

describe('order', () => {
  it('computes the priority from inputs a person can recompute', () => {
    // Weight 3 × 50 of the 100 points from target to critical = 1.5; × 0.8 ÷ (1.2 × 1) = 1.
    const one = candidate();
    expect(prioritise(one, draftOf([one]))).toEqual({
      key: one.key,
      benefit: 1.5,
      confidence: 0.8,
      risk: 0.2,
      cost: 0,
      urgency: 1,
      priority: 1,
    });
  });

  it('puts what cannot wait before what is worth more', () => {
    const later = candidate({ key: 'later', confidence: 100, hoursUntilHarm: 240 });
    const now = candidate({ key: 'now', confidence: 30 });
    expect(order(draftOf([later, now])).steps.map((step) => step.key)).toEqual(['now', 'later']);
  });

  it('places a step after those it depends on, whatever its priority', () => {
    const second = candidate({ key: 'second', target: 'x', after: ['ads.campaign-budget'] });
    const first = candidate({ key: 'first', target: 'y', actionType: 'ads.campaign-budget', confidence: 10 });
    const { steps } = order(draftOf([second, first]));
    expect(steps).toEqual([
      { key: 'first', order: 1, dependsOn: [] },
      { key: 'second', order: 2, dependsOn: ['first'] },
    ]);
  });

  it('opens a cycle instead of waiting for ever', () => {
    const a = candidate({ key: 'a', target: 'a', after: ['ads.campaign-budget'] });
    const b = candidate({ key: 'b', target: 'b', actionType: 'ads.campaign-budget', after: ['ads.campaign-pause'] });
    const { steps } = order(draftOf([a, b]));
    expect(steps).toHaveLength(2);
    expect(steps[0]?.dependsOn).toEqual([]);
  });
});
