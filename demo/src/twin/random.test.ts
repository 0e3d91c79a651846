import { describe, expect, test } from 'vitest';
import { draw, keyOf, lognormal, normal, pick, poisson, wander } from './random.ts';

const keys = Array.from({ length: 20_000 }, (_, entity) => keyOf(42, 'visitor', entity, 20_000));

function mean(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

describe('keyed draws', () => {
  test('are the same for the same key and differ when any part of it differs', () => {
    const base = draw(keyOf(1, 'order', 7, 20_000), 3);
    expect(draw(keyOf(1, 'order', 7, 20_000), 3)).toBe(base);
    const others = [
      draw(keyOf(2, 'order', 7, 20_000), 3),
      draw(keyOf(1, 'visitor', 7, 20_000), 3),
      draw(keyOf(1, 'order', 8, 20_000), 3),
      draw(keyOf(1, 'order', 7, 20_001), 3),
      draw(keyOf(1, 'order', 7, 20_000), 4),
    ];
    expect(others).not.toContain(base);
  });

  test('are uniform', () => {
    const values = keys.map((key) => draw(key, 1));
    expect(mean(values)).toBeCloseTo(0.5, 2);
    for (let decile = 0; decile < 10; decile += 1) {
      const share = values.filter((value) => Math.floor(value * 10) === decile).length / values.length;
      expect(share).toBeGreaterThan(0.09);
      expect(share).toBeLessThan(0.11);
    }
  });

  test('of two slots are unrelated', () => {
    const product = mean(keys.map((key) => (draw(key, 1) - 0.5) * (draw(key, 2) - 0.5)));
    expect(Math.abs(product)).toBeLessThan(0.002);
  });

  test('are standard normal and mean-one lognormal where asked', () => {
    const values = keys.map((key) => normal(key, 1));
    expect(mean(values)).toBeCloseTo(0, 1);
    expect(mean(values.map((value) => value * value))).toBeCloseTo(1, 1);
    expect(mean(keys.map((key) => lognormal(key, 2, 0.5)))).toBeCloseTo(1, 1);
  });
});

describe('counts', () => {
  test('have the mean that was asked for, small and large', () => {
    for (const wanted of [0.3, 4, 25, 200]) {
      const found = mean(keys.map((key) => poisson(key, 1, wanted)));
      expect(Math.abs(found - wanted) / wanted).toBeLessThan(0.03);
    }
    expect(poisson(keys[0] ?? 0, 1, 0)).toBe(0);
  });

  test('never fall when the mean rises and the luck is the same', () => {
    for (const key of keys.slice(0, 200)) {
      const counts = [1, 2, 5, 9, 14].map((wanted) => poisson(key, 1, wanted));
      expect(counts).toEqual([...counts].sort((a, b) => a - b));
    }
  });
});

describe('choices', () => {
  test('follow their weights', () => {
    const picked = keys.map((key) => pick([1, 3, 6], draw(key, 9)));
    expect(picked.filter((index) => index === 2).length / picked.length).toBeCloseTo(0.6, 1);
    expect(pick([1, 1], 0.999_999)).toBe(1);
  });

  test('wandering noise moves slowly', () => {
    const steps = Array.from({ length: 300 }, (_, day) =>
      Math.abs(wander(1, 'market', 1, day + 1, 30) - wander(1, 'market', 1, day, 30))
    );
    expect(Math.max(...steps)).toBeLessThan(0.3);
  });
});
