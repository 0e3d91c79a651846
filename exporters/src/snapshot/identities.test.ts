import { Company, type KpiId } from '@ai-cos/catalog';
import { describe, expect, it } from 'vitest';
import { undefinedBecause, type Measurement } from '../collectors/measurement.ts';
import { defineKpis } from '../config/kpi-definition.ts';
import { KpisFile } from '../config/kpis-file.ts';
import { loadQueryLibrary } from '../sql/library.ts';
import { brokenIdentities } from './identities.ts';
import { createKpiBoard } from './kpi-board.ts';

const definitions = defineKpis(KpisFile.parse({}), {
  library: loadQueryLibrary(),
  company: Company.parse({}),
  locate: String,
});
const noon = new Date('2026-03-01T12:00:00Z');

function broken(values: Partial<Record<KpiId, Partial<Measurement> & { at?: Date }>>): readonly string[] {
  const board = createKpiBoard(definitions);
  for (const definition of definitions) {
    const { at: asOf = noon, ...measured } = values[definition.id] ?? {};
    const measurement = { ...undefinedBecause('zero_denominator_or_no_data'), reason: null, ...measured };
    if (values[definition.id] === undefined) continue;
    board.record({ definition, measurements: [measurement], asOf, computedAt: noon, feedLagSeconds: {} });
  }
  return brokenIdentities(board.entries());
}

describe('brokenIdentities', () => {
  it('is silent while the figures agree', () => {
    expect(
      broken({
        runway: { value: 18, numerator: 900_000 },
        burn_rate: { value: 50_000 },
        product_quality: { value: 0.3 },
        return_rate: { value: 7 },
        security_score: { value: 90 },
        cac: { value: 37.8788, numerator: 5_000, denominator: 132 },
      })
    ).toEqual([]);
  });

  it('names what does not agree', () => {
    expect(
      broken({
        runway: { value: 18, numerator: 900_000 },
        burn_rate: { value: 60_000 },
        product_quality: { value: 9 },
        return_rate: { value: 7 },
      })
    ).toEqual(['runway = cash ÷ burn_rate', 'product_quality ≤ return_rate, of the same cohort']);
  });

  it('does not compare figures of different instants or without a value', () => {
    const earlier = new Date('2026-03-01T00:00:00Z');
    expect(
      broken({ product_quality: { value: 9, at: earlier }, return_rate: { value: 7 }, cac: { value: null } })
    ).toEqual([]);
  });
});
