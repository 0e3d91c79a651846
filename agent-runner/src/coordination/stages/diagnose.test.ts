import { describe, expect, it } from 'vitest';
import type { AnalysedFinding } from '../../agents/types.ts';
import { input, reading } from '../../../test/_harness/coordination-input.ts';
import { tools } from '../../../test/_harness/tools.ts';
import { emptyDraft, type Draft } from '../types.ts';
import { diagnose } from './diagnose.ts';

const finding: AnalysedFinding = {
  ...{
    agentId: 'pricing-bot',
    analysis: 'price-moves',
    kpiIds: ['gross_margin', 'average_order_value'],
    severity: 'critical',
  },
  ...{ title: '90 list prices moved', detail: '', sufficient: true, evidence: [], proposals: [] },
};
const twoRed: Draft = emptyDraft(
  input({
    kpiIds: ['average_order_value'],
    readings: [reading('average_order_value', 80, 'warning'), reading('gross_margin', 32, 'warning')],
  })
);

describe('diagnose', () => {
  it('follows what the findings show, not what alerted first', () => {
    const before = diagnose(twoRed, tools());
    const after = diagnose({ ...twoRed, findings: [finding] }, tools());
    expect(before.rootCauses[0]?.kpiId).toBe('average_order_value');
    expect(after.rootCauses[0]?.kpiId).toBe('gross_margin');
    expect(after.rootCauses[0]?.reason).toContain('findings in the data point at it (1.00)');
  });

  it('learns nothing from a finding without enough data', () => {
    const after = diagnose({ ...twoRed, findings: [{ ...finding, sufficient: false }] }, tools());
    expect(after.rootCauses[0]?.kpiId).toBe('average_order_value');
  });
});
