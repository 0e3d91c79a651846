import { Company, type KpiId } from '@ai-cos/catalog';
import { describe, expect, it } from 'vitest';
import { undefinedBecause, type Measurement } from '../collectors/measurement.ts';
import { defineKpis } from '../config/kpi-definition.ts';
import { KpisFile } from '../config/kpis-file.ts';
import { loadQueryLibrary } from '../sql/library.ts';
import { healthReadings } from './health.ts';
import { createKpiBoard, type KpiEntry } from './kpi-board.ts';

const definitions = defineKpis(KpisFile.parse({}), {
  library: loadQueryLibrary(),
  company: Company.parse({}),
  locate: String,
});
const at = new Date('2026-03-01T00:00:00Z');

function value(native: number, store: string | null = null): Measurement {
  return { ...undefinedBecause('zero_denominator_or_no_data'), value: native, sampleSize: 5_000, reason: null, store };
}

function setUp() {
  const board = createKpiBoard(definitions);
  const entriesOf = (id: KpiId): readonly KpiEntry[] =>
    board.entries().filter(({ definition }) => definition.id === id);
  return {
    entriesOf,
    entries: () => board.entries(),
    record(id: KpiId, ...measurements: Measurement[]) {
      const definition = definitions.find((candidate) => candidate.id === id);
      if (definition === undefined) throw new Error(`no definition of ${id}`);
      board.record({ definition, measurements, asOf: at, computedAt: at, feedLagSeconds: {} });
    },
    status: (id: KpiId) => entriesOf(id).map(({ assessment }) => assessment.status),
    health: (scope: string, name: string) =>
      healthReadings(board.entries()).find((reading) => reading.scope === scope && reading.name === name),
  };
}

describe('the board', () => {
  it('shows every KPI as undefined before the first computation', () => {
    const { entries } = setUp();
    expect(entries()).toHaveLength(40);
    expect(new Set(entries().map(({ measurement }) => measurement.reason))).toEqual(new Set(['not_computed_yet']));
  });

  it('believes the first value at once and a worse one after three computations', () => {
    const { record, status } = setUp();
    const seen: string[] = [];
    for (const csat of [4.5, 3, 3, 3]) {
      record('csat', value(csat));
      seen.push(...status('csat'));
    }
    expect(seen).toEqual(['ok', 'ok', 'ok', 'critical']);
  });

  it('keeps one confirmation per store, and a lost source is lost for each', () => {
    const { record, status, entriesOf } = setUp();
    record('csat', value(4.5, 'lyon'), value(3, 'paris'));
    expect(status('csat')).toEqual(['ok', 'critical']);
    record('csat', undefinedBecause('source_unavailable'));
    expect(status('csat')).toEqual(['undefined', 'undefined']);
    expect(entriesOf('csat').map(({ measurement }) => measurement.store)).toEqual(['lyon', 'paris']);
  });

  it('does not let a KPI raise health by turning undefined', () => {
    const { record, health } = setUp();
    record('csat', value(4.5));
    record('response_time', value(100));
    record('resolution_rate', value(75));
    const before = health('domain', 'support');
    record('resolution_rate', undefinedBecause('feed_missing_or_stale', ['tickets']));
    const after = health('domain', 'support');
    expect(after?.ratio).toBe(before?.ratio);
    expect(after?.coverage).toBeLessThan(before?.coverage ?? 0);
  });

  it('has no health of a scope in which nothing was ever defined', () => {
    const { health } = setUp();
    expect(health('global', 'all')).toEqual({ scope: 'global', name: 'all', ratio: null, coverage: 0 });
  });
});
