import { describe, expect, it } from 'vitest';
import { isDue } from './due.ts';

const at = (text: string): Date => new Date(`2026-06-15T${text}Z`);

describe('isDue', () => {
  it('is due before the first run', () => {
    expect(isDue(86_400, undefined, at('10:00:00'))).toBe(true);
  });

  it('waits for the next period of business time', () => {
    expect(isDue(60, at('10:00:05'), at('10:00:59'))).toBe(false);
    expect(isDue(60, at('10:00:05'), at('10:01:00'))).toBe(true);
  });

  it('runs a daily class when the day begins, not 24 hours later', () => {
    expect(isDue(86_400, at('23:00:00'), new Date('2026-06-16T00:00:01Z'))).toBe(true);
    expect(isDue(86_400, at('00:00:01'), at('23:59:59'))).toBe(false);
  });

  it('runs again after the clock was set back', () => {
    expect(isDue(900, at('10:00:00'), at('09:00:00'))).toBe(true);
  });
});
