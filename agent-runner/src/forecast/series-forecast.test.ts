import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ForecastInputError } from './forecast-error.ts';
import type { Predictor } from './predictor.ts';
import { forecastSeries } from './series-forecast.ts';
import { floor } from './methods/all-predictors.ts';

const weekly = (length: number, level = 100): Float64Array =>
  Float64Array.from({ length }, (_, day) => level + 20 * Math.sin((2 * Math.PI * day) / 7) + (day % 5));

function expectFinite(values: Float64Array): void {
  expect([...values].every((value) => Number.isFinite(value))).toBe(true);
}

describe('forecast of one series', () => {
  it('never holds NaN, whatever the history', () => {
    const value = fc.oneof(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), fc.constant(Number.NaN), fc.constant(0));
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 30 }),
        (values, horizon) => {
          fc.pre(values.some((each) => Number.isFinite(each)));
          const forecast = forecastSeries({ values: Float64Array.from(values), horizon, periods: [7] });
          const { low, high } = forecast.interval(0.9);
          for (const array of [forecast.point, low, high, forecast.deviation]) expectFinite(array);
          expect(Number.isFinite(forecast.backtest.mase)).toBe(true);
        }
      ),
      { seed: 11, numRuns: 150 }
    );
  });

  it.each([1, 2, 3, 4, 5])('marks a history of %i values as unreliable', (length) => {
    expect(forecastSeries({ values: weekly(length), horizon: 7, periods: [7] }).unreliable).toContain('short_history');
  });

  it('continues a constant history with no spread and says so', () => {
    const forecast = forecastSeries({ values: new Float64Array(90).fill(5), horizon: 14, periods: [7] });
    expect([...forecast.point]).toEqual(new Array(14).fill(5));
    expect(forecast.unreliable).toContain('constant_history');
  });

  it('follows the season across gaps', () => {
    const values = weekly(140).map((value, day) => (day % 11 === 0 ? Number.NaN : value));
    const forecast = forecastSeries({ values, horizon: 14, periods: [7] });
    const truth = weekly(154).subarray(140);
    for (const [step, value] of forecast.point.entries()) expect(Math.abs(value - truth[step]!)).toBeLessThan(8);
  });

  it('stands on the new level after a shift', () => {
    const values = weekly(150).map((value, day) => (day < 110 ? value : value + 200));
    const forecast = forecastSeries({ values, horizon: 7, periods: [7] });
    for (const value of forecast.point) expect(value).toBeGreaterThan(240);
  });

  it('expects of a coming sale what past sales brought, and nothing of it on other days', () => {
    const sales = [40, 70, 100, 130, 154];
    const values = weekly(150).map((value, day) => (sales.includes(day) ? 2 * value : value));
    const events = sales.map((position) => ({ kind: 'sale', position }));
    const question = { values, horizon: 7, periods: [7] };
    const withSale = forecastSeries({ ...question, events }).point;
    const ordinary = forecastSeries({ ...question, values: weekly(150) }).point;
    expect(withSale[4]! / ordinary[4]!).toBeGreaterThan(1.6);
    expect(withSale[2]! / ordinary[2]!).toBeCloseTo(1, 1);
  });

  it('keeps counts with zeros at or above zero', () => {
    const values = Float64Array.from({ length: 120 }, (_, day) => (day % 3 === 0 ? 4 : 0));
    const { low } = forecastSeries({ values, horizon: 14, periods: [7] }).interval(0.95);
    expect(Math.min(...low)).toBeGreaterThanOrEqual(0);
  });

  it('is never worse than the seasonal naive in its own backtest', () => {
    const { mase, floorMase, origins } = forecastSeries({ values: weekly(200), horizon: 14, periods: [7] }).backtest;
    expect(origins).toBeGreaterThanOrEqual(3);
    expect(mase).toBeLessThanOrEqual(floorMase + 1e-12);
  });

  it('lets a company bring a method of its own', () => {
    const oracle: Predictor = {
      id: 'oracle',
      accepts: () => true,
      predict: (history, horizon) => weekly(history.length + horizon).subarray(history.length),
    };
    expect(
      forecastSeries({ values: weekly(150), horizon: 7, periods: [7], methods: [floor, oracle] }).members
    ).toContain('oracle');
  });

  it.each([0, 1_000_000, 2.5, Number.NaN])('refuses the horizon %d', (horizon) => {
    expect(() => forecastSeries({ values: weekly(50), horizon, periods: [7] })).toThrow(ForecastInputError);
  });

  it('refuses a history without any value', () => {
    expect(() => forecastSeries({ values: new Float64Array(0), horizon: 7, periods: [] })).toThrow(
      /at least one finite value/
    );
    expect(() => forecastSeries({ values: new Float64Array(5).fill(Number.NaN), horizon: 7, periods: [] })).toThrow(
      /finite value/
    );
  });
});
