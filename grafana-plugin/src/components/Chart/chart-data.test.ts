import { chartColumns, chartRange } from './chart-data.ts';

const day = (number: number) => new Date(Date.UTC(2026, 9, number)).toISOString();

describe('chartColumns', () => {
  it('joins a forecast to the last known value and leaves gaps as gaps', () => {
    const columns = chartColumns({
      points: [
        { at: day(1), value: 10 },
        { at: day(2), value: null },
        { at: day(3), value: 12 },
      ],
      band: [{ at: day(4), low: 11, middle: 12, high: 14 }],
    });

    expect(columns.value).toEqual([10, null, 12, null]);
    expect(columns.low).toEqual([null, null, 12, 11]);
    expect(columns.high).toEqual([null, null, 12, 14]);
  });

  it('lays a scenario over the same days', () => {
    const columns = chartColumns({
      points: [{ at: day(1), value: 10 }],
      band: [{ at: day(1), low: 11, middle: 12, high: 13 }],
    });

    expect([columns.times.length, columns.value[0], columns.middle[0]]).toEqual([1, 10, 12]);
  });
});

describe('chartRange', () => {
  const columns = chartColumns({
    points: [
      { at: day(1), value: 50 },
      { at: day(2), value: 60 },
    ],
  });

  it('shows a threshold nearby and ignores one far away', () => {
    const near = chartRange(columns, [{ label: 'warning', value: 65, tone: 'warn' }]);
    const far = chartRange(columns, [{ label: 'critical', value: 900, tone: 'bad' }]);

    expect(near[1]).toBeGreaterThan(65);
    expect(far[1]).toBeLessThan(100);
  });
});
