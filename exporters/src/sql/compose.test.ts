import { describe, expect, it } from 'vitest';
import { composeKpi } from './compose.ts';
import { parseQueryFile } from './query-file.ts';

const fragments = new Map(
  [
    parseQueryFile('rates', '-- Rates.\nSELECT 1 AS rate\n'),
    parseQueryFile('orders_in_euros', '-- Orders.\n-- @with rates\nSELECT 2 AS amount FROM rates\n'),
  ].map((file) => [file.name, file])
);

describe('composeKpi', () => {
  it('puts every fragment once, before what reads it', () => {
    const file = parseQueryFile(
      'aov',
      '-- Mean.\n-- @with orders_in_euros, rates\n-- @scale 100\nSELECT 3 AS numerator\n'
    );
    expect(composeKpi(file, fragments)).toBe(
      [
        'WITH rates AS (',
        '  SELECT 1 AS rate',
        '), orders_in_euros AS (',
        '  SELECT 2 AS amount FROM rates',
        '), result AS (',
        '  SELECT 3 AS numerator',
        ')',
        'SELECT round(100::numeric * numerator / nullif(denominator, 0), 4) AS value, result.* FROM result LIMIT 21',
      ].join('\n')
    );
  });

  it('refuses a fragment that is not there', () => {
    const file = parseQueryFile('aov', '-- @with prices\nSELECT 1 AS value\n');
    expect(() => composeKpi(file, fragments)).toThrow('there is no query fragment "prices"');
  });
});
