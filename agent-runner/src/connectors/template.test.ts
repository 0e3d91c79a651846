import { describe, expect, it } from 'vitest';
import { fillBody, fillPath } from './template.ts';

describe('filling a call from parameters', () => {
  it('keeps a parameter inside its path segment', () => {
    expect(fillPath('/flags/{key}', { key: '../price-list?x=1' })).toBe('/flags/..%2Fprice-list%3Fx%3D1');
  });

  it('passes structured parameters through a body as they are', () => {
    const lines = [{ productId: 123, quantity: 40 }];
    expect(fillBody({ lines: '{lines}', note: 'for {who}' }, { lines, who: 'stock' })).toEqual({
      lines,
      note: 'for stock',
    });
  });

  it('refuses a name the action does not have', () => {
    expect(() => fillPath('/ads/{campaignId}', {})).toThrow('no parameter "campaignId"');
  });

  it('does not reach into the prototype', () => {
    expect(() => fillBody('{constructor}', {})).toThrow('no parameter "constructor"');
  });
});
