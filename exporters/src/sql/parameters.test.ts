import { describe, expect, it } from 'vitest';
import { bindNames, valuesOf } from './parameters.ts';

describe('bindNames', () => {
  it('numbers names in the order of their first use and casts them', () => {
    expect(bindNames('SELECT :currency, :as_of::date, :currency')).toEqual({
      text: 'SELECT $1::text, $2::timestamptz::date, $1::text',
      parameters: ['currency', 'as_of'],
    });
  });

  it('leaves strings, comments, casts and slices alone', () => {
    const sql = "SELECT '12:as_of', x::date, a[1:n] -- at :as_of\nFROM t";
    expect(bindNames(sql)).toEqual({ text: sql, parameters: [] });
  });

  it('refuses a name that nobody supplies', () => {
    expect(() => bindNames('SELECT :asof')).toThrow('unknown parameter :asof; a query may use :as_of');
  });
});

describe('valuesOf', () => {
  it('gives the values in the order of the statement', () => {
    const statement = bindNames('SELECT :to_day, :from_day');
    expect(valuesOf(statement, { from_day: '2026-01-01', to_day: '2026-02-01' })).toEqual(['2026-02-01', '2026-01-01']);
  });

  it('refuses to send a statement with a value missing', () => {
    expect(() => valuesOf(bindNames('SELECT :as_of'), {})).toThrow('parameter :as_of was not supplied');
  });
});
