import { describe, expect, it } from 'vitest';
import { erlangC, meanWait, peopleNeeded } from './queue.ts';

describe('queues', () => {
  it('waits like M/M/1 with one server', () => {
    // ρ = 0.5: half of the arrivals wait, mean wait ρ ÷ (μ − λ) = 0.5.
    expect(erlangC(1, 0.5)).toBeCloseTo(0.5);
    expect(meanWait(1, 1, 2)).toBeCloseTo(0.5);
  });

  it('knows the textbook value of two servers', () => {
    // a = 1, c = 2: C = 1/3.
    expect(erlangC(2, 1)).toBeCloseTo(1 / 3);
  });

  it('never ends when more arrives than can be served', () => {
    expect(meanWait(2, 5, 2)).toBe(Number.POSITIVE_INFINITY);
    expect(erlangC(2, 2)).toBe(1);
  });

  it('asks for people until the wait is short and the backlog is gone', () => {
    const question = { arrivals: 3, serviceRate: 1.5, backlog: 0, hours: 24, targetWait: 1 };
    expect(peopleNeeded(question)).toBe(3);
    expect(peopleNeeded({ ...question, backlog: 72 })).toBe(5);
  });
});
