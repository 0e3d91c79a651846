import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { healthOf, type HealthInput } from './health.ts';

function kpi(overrides: Partial<HealthInput>): HealthInput {
  return { weight: 1, score: 1, lastScore: 1, status: 'ok', sample: 100, alertMinSample: 20, ...overrides };
}

const lost = { score: null, status: 'undefined' } as const;

describe('health', () => {
  it('is the weighted mean of the scores', () => {
    const health = healthOf([
      kpi({ weight: 3, score: 0.5, status: 'critical' }),
      kpi({ weight: 1, score: 0.9, status: 'warning' }),
    ]);

    expect(health?.health).toBeCloseTo(0.6);
    expect(health).toMatchObject({ coverage: 1, confidence: 100, risk: 87.5 });
  });

  it('counts a lost KPI with its last score when that was bad and with the mean when it was good', () => {
    const others = [kpi({ weight: 2, score: 0.8 })];

    expect(healthOf([...others, kpi({ ...lost, lastScore: 0.2 })])?.health).toBeCloseTo(0.6);
    expect(healthOf([...others, kpi({ ...lost, lastScore: 1 })])?.health).toBeCloseTo(0.8);
  });

  it('leaves out a KPI that never had a value and shows it in the coverage', () => {
    const health = healthOf([kpi({ weight: 3, score: 0.6 }), kpi({ ...lost, lastScore: null })]);

    expect(health).toMatchObject({ health: 0.6, coverage: 0.75 });
  });

  it('trusts only KPIs with enough sample', () => {
    expect(healthOf([kpi({}), kpi({ sample: 3 })])).toMatchObject({ coverage: 1, confidence: 50 });
  });

  it('does not exist when nothing is defined', () => {
    expect(healthOf([kpi({ ...lost, lastScore: 0.5 })])).toBeNull();
    expect(healthOf([])).toBeNull();
  });

  it('never rises because a KPI is lost', () => {
    const scored = fc.record({
      weight: fc.integer({ min: 1, max: 5 }),
      score: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(scored, { minLength: 2, maxLength: 40 }), (inputs) => {
        const before = inputs.map((input) => kpi({ ...input, lastScore: input.score }));
        const [first, ...rest] = before;
        const after = [kpi({ ...first, ...lost }), ...rest];

        expect(healthOf(after)?.health).toBeLessThanOrEqual((healthOf(before)?.health ?? 0) + 1e-12);
      })
    );
  });
});
