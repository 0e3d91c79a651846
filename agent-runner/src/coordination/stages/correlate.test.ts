import { describe, expect, it } from 'vitest';
import { input, reading } from '../../../test/_harness/coordination-input.ts';
import { tools } from '../../../test/_harness/tools.ts';
import { emptyDraft } from '../types.ts';
import { correlate } from './correlate.ts';

const slowServer = input({
  eventType: 'CONVERSION_DROP',
  kpiIds: ['conversion_rate'],
  readings: [
    reading('backend_p95_ms', 2_000, 'critical'),
    reading('frontend_p95_ms', 6_500, 'critical'),
    reading('conversion_rate', 1, 'warning'),
    reading('gross_margin', 46, 'ok'),
  ],
});

describe('correlate', () => {
  it('names the cause of a chain first, its symptoms after it', () => {
    const { rootCauses } = correlate(emptyDraft(slowServer), tools());
    expect(rootCauses[0]).toMatchObject({ kpiId: 'backend_p95_ms', support: 1 });
    expect(rootCauses[0]?.explains).toEqual(['frontend_p95_ms', 'conversion_rate']);
    expect(rootCauses.map((cause) => cause.kpiId)).not.toContain('gross_margin');
  });

  it('stays with what alerted when the influence graph is switched off', () => {
    const { rootCauses } = correlate(emptyDraft(slowServer), tools({}, { influence: false }));
    expect(rootCauses.every((cause) => cause.explains.length === 0)).toBe(true);
  });

  it('does not take for a cause what went wrong long after its effect', () => {
    const late = {
      ...slowServer,
      onsets: { backend_p95_ms: '2026-03-01T00:00:00Z', conversion_rate: '2026-02-01T00:00:00Z' },
    };
    const { rootCauses } = correlate(emptyDraft(late), tools());
    expect(rootCauses.find((cause) => cause.kpiId === 'backend_p95_ms')?.explains).toEqual(['frontend_p95_ms']);
  });

  it('does not explain a KPI that moved the other way', () => {
    // A full warehouse slows shipping down; shipping that is too fast is no symptom of it.
    const { rootCauses } = correlate(
      emptyDraft(
        input({
          kpiIds: ['conversion_rate'],
          readings: [reading('conversion_rate', 1, 'warning'), reading('average_order_value', 70, 'critical')],
        })
      ),
      tools()
    );
    expect(rootCauses.every((cause) => cause.explains.length === 0)).toBe(true);
  });

  it('takes what a simulated event names even when nothing is red', () => {
    const { rootCauses } = correlate(emptyDraft(input()), tools());
    expect(rootCauses.map((cause) => cause.kpiId)).toEqual(['stock_rupture']);
  });

  it('notes why it has no readings', () => {
    const { notes } = correlate(emptyDraft(input({ blind: 'no exporters' })), tools());
    expect(notes).toEqual([{ stage: 'correlate', agentId: null, note: 'no exporters' }]);
  });
});
