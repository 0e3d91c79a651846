import { describe, expect, it } from 'vitest';
import { due } from './due.ts';

const paris = { hour: 3, timeZone: 'Europe/Paris' };
const at = (text: string) => new Date(text);

describe('due', () => {
  it('is the hour of the time zone, in winter and in summer', () => {
    expect(due(paris, null, at('2026-01-10T12:00:00Z'))).toEqual(at('2026-01-10T02:00:00Z'));
    expect(due(paris, null, at('2026-07-10T12:00:00Z'))).toEqual(at('2026-07-10T01:00:00Z'));
  });

  it('is yesterday before the hour and nothing when that was done', () => {
    expect(due(paris, null, at('2026-01-10T01:00:00Z'))).toEqual(at('2026-01-09T02:00:00Z'));
    expect(due(paris, at('2026-01-09T02:00:00Z'), at('2026-01-10T01:00:00Z'))).toBeUndefined();
  });

  it('makes up only for the last of many missed days', () => {
    expect(due(paris, at('2026-01-01T02:00:00Z'), at('2026-01-10T12:00:00Z'))).toEqual(at('2026-01-10T02:00:00Z'));
  });

  it('finds the day whose hour the change to summer time skips', () => {
    const skipped = { hour: 2, timeZone: 'Europe/Paris' };

    expect(due(skipped, at('2026-03-28T01:00:00Z'), at('2026-03-29T12:00:00Z'))).toBeUndefined();
    expect(due(skipped, at('2026-03-28T01:00:00Z'), at('2026-03-30T12:00:00Z'))).toEqual(at('2026-03-30T00:00:00Z'));
  });
});
