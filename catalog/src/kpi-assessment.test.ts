import { describe, expect, it } from 'vitest';
import { assessKpi } from './kpi-assessment.ts';
import { kpis } from './kpis/index.ts';

describe('assessKpi', () => {
  it('gives score, status and significance of a first reading', () => {
    const assessed = assessKpi(kpis.cac, { value: 52.5, sample: 132 }, undefined);

    expect(assessed.score).toBeCloseTo(0.55);
    expect(assessed).toMatchObject({ status: 'warning', significant: true });
  });

  it('keeps the warning significant when it slips into a doubtful critical', () => {
    const warning = assessKpi(
      kpis.conversion_rate,
      { value: 0.9, numerator: 18, denominator: 2000, sample: 2000 },
      undefined
    );
    const worse = assessKpi(
      kpis.conversion_rate,
      { value: 0.75, numerator: 15, denominator: 2000, sample: 2000 },
      warning.state
    );

    expect(warning).toMatchObject({ status: 'warning', significant: true });
    expect(worse).toMatchObject({ status: 'warning', significant: true });
  });

  it('is ok with score 1 while the company generates cash', () => {
    expect(assessKpi(kpis.runway, { reason: 'cash_generating' }, undefined)).toMatchObject({
      score: 1,
      status: 'ok',
      significant: true,
    });
  });

  it('is undefined without a score for any other reason', () => {
    expect(assessKpi(kpis.cac, { reason: 'zero_denominator_or_no_data' }, undefined)).toMatchObject({
      score: null,
      status: 'undefined',
      significant: false,
    });
  });

  it('draws the score of few csat answers towards 4.0', () => {
    const few = assessKpi(kpis.csat, { value: 1, sample: 5 }, undefined);
    const many = assessKpi(kpis.csat, { value: 1, sample: 20 }, undefined);

    expect(few.score).toBeGreaterThan(0.3);
    expect(many.score).toBe(0);
  });
});
