import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { leastSquares, type Regression } from '@ai-cos/agent-runner/forecast/numeric/ridge-regression.ts';
import { mean } from '@ai-cos/agent-runner/forecast/numeric/moments.ts';
import {
  adstock,
  estimateMediaShapes,
  localElasticity,
} from '@ai-cos/agent-runner/simulation/calibration/media-response.ts';
import { estimatePriceElasticity } from '@ai-cos/agent-runner/simulation/calibration/price-elasticity.ts';
import { absenceOf, cells, dataSetFolder, readLines } from '../data-folder.ts';

/** Rows of a data set as records, or undefined when the folder is absent. */
function table(set: string, file: string): Record<string, string>[] | undefined {
  const folder = dataSetFolder(set);
  if (!folder) return undefined;
  const [header = '', ...lines] = readLines(join(folder, file));
  const names = cells(header);
  // Counted from the right: a text column of one set holds commas.
  return lines.map((line) => {
    const row = cells(line);
    return Object.fromEntries(names.map((name, index) => [name, row.at(index - names.length)!]));
  });
}

function regress(rows: readonly (readonly number[])[], target: readonly number[]): Regression {
  const columns = rows[0]!.length;
  return leastSquares(
    { values: Float64Array.from(rows.flat()), rows: rows.length, columns },
    Float64Array.from(target)
  );
}

describe('orange juice prices (Dominick, bayesm)', () => {
  const rows = table('price_elasticity', 'bayesm_orangeJuice_yx.csv.gz');
  const panels = new Map<string, Record<string, string>[]>();
  for (const row of rows ?? []) {
    const key = `${row['store']}:${row['brand']}`;
    panels.set(key, [...(panels.get(key) ?? []), row]);
  }
  const logPrice = (row: Record<string, string>): number => Math.log(Number(row[`price${row['brand']}`]));

  it('show the own-price elasticity of the reference within store and brand', (context) => {
    if (!rows) return context.skip(absenceOf('price_elasticity'));
    const design: number[][] = [];
    const target: number[] = [];
    for (const panel of panels.values()) {
      const figures = panel.map((row) => [
        logPrice(row),
        Number(row['feat']),
        Number(row['deal']),
        Number(row['logmove']),
      ]);
      const centre = [0, 1, 2, 3].map((column) => mean(Float64Array.from(figures, (line) => line[column]!)));
      for (const line of figures) {
        design.push([0, 1, 2].map((column) => line[column]! - centre[column]!));
        target.push(line[3]! - centre[3]!);
      }
    }
    const { coefficients } = regress(design, target);
    expect(coefficients[0]).toBeGreaterThan(-2.56);
    expect(coefficients[0]).toBeLessThan(-2.5);
    expect(coefficients[1]).toBeCloseTo(0.75, 1);
  });

  it('give the estimator of the engine a value inside the published range', (context) => {
    if (!rows) return context.skip(absenceOf('price_elasticity'));
    const weeks = 121;
    const products = [...panels.values()].slice(0, 200).map((panel, id) => {
      const filled = (value: number): Float64Array => new Float64Array(weeks).fill(value);
      const product = {
        id,
        category: 'juice',
        unitCost: 0,
        price: filled(0),
        units: filled(Number.NaN),
        promoted: filled(0),
        available: filled(1),
      };
      for (const row of panel) {
        const week = Number(row['week']) - 40;
        product.price[week] = Math.exp(logPrice(row));
        product.units[week] = Math.exp(Number(row['logmove'])) / 64;
        product.promoted[week] = Number(row['feat']) > 0 ? 1 : 0;
      }
      return product;
    });
    const estimate = estimatePriceElasticity(products, new Float64Array(weeks).fill(1))!;
    expect(estimate.value).toBeGreaterThan(-3.5);
    expect(estimate.value).toBeLessThan(-0.8);
    expect(estimate.standardError).toBeLessThan(0.1);
  });
});

describe('e-mail experiment (Hillstrom)', () => {
  const rows = table('hillstrom', 'hillstrom.csv.gz');

  it.for([
    ['visit', 0.0609, 0.0028],
    ['conversion', 0.005, 0.0007],
    ['spend', 0.597, 0.113],
  ] as const)('lifts %s as published, within two standard errors', ([measure, effect, standardError], context) => {
    if (!rows) return context.skip(absenceOf('hillstrom'));
    const of = (mailed: boolean): Float64Array =>
      Float64Array.from(
        rows.filter((row) => (row['segment'] !== 'No E-Mail') === mailed),
        (row) => Number(row[measure])
      );
    expect(Math.abs(mean(of(true)) - mean(of(false)) - effect)).toBeLessThan(2 * standardError);
  });
});

describe('marketing mix (Robyn, simulated)', () => {
  const rows = table('mmm', 'robyn_dt_simulated_weekly.csv');
  const column = (name: string): Float64Array => Float64Array.from(rows ?? [], (row) => Number(row[name]));
  const channels = ['tv_S', 'ooh_S', 'print_S', 'search_S', 'facebook_S'];

  it('has a small elasticity of sales to adstocked spend, as in the reference', (context) => {
    if (!rows) return context.skip(absenceOf('mmm'));
    const spend = channels.map(column).reduceRight((sum, series) => sum.map((value, week) => value + series[week]!));
    const pressure = adstock(spend, 0.35);
    const competitor = column('competitor_sales_B');
    const year = (week: number): number => (2 * Math.PI * week) / 52.18;
    const design = [...pressure].map((value, week) => [
      Math.log(value + 1),
      Math.log(competitor[week]!),
      1,
      ...[1, 2].flatMap((harmonic) => [Math.sin(harmonic * year(week)), Math.cos(harmonic * year(week))]),
    ]);
    const { coefficients, standardErrors } = regress(design, [...column('revenue')].map(Math.log));
    expect(Math.abs(coefficients[0]! - 0.04)).toBeLessThan(Math.max(0.05, 2 * standardErrors[0]!));
  });

  it('leaves the estimator a local elasticity between none and proportional', (context) => {
    if (!rows) return context.skip(absenceOf('mmm'));
    const shapes = estimateMediaShapes(
      column('facebook_S'),
      column('revenue').map((value) => value / 1000)
    )!;
    const { value, deviation } = localElasticity(shapes);
    expect(value).toBeGreaterThan(0.03);
    expect(value).toBeLessThan(0.24 + 2 * deviation);
  });
});
