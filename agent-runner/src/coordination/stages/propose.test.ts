import { describe, expect, it } from 'vitest';
import type { AnalysedFinding } from '../../agents/types.ts';
import { candidate } from '../../../test/_harness/candidate.ts';
import { input } from '../../../test/_harness/coordination-input.ts';
import { emptyDraft, type Draft } from '../types.ts';
import { propose } from './propose.ts';

const { key: _key, agentId: _agent, finding: _finding, risk: _risk, squadId: _squad, ...pause } = candidate();

function draftWith(changes: Partial<AnalysedFinding>): Draft {
  const finding: AnalysedFinding = {
    ...{
      agentId: 'ia-cmo',
      analysis: 'campaign-costs',
      kpiIds: ['roi_campaigns'],
      severity: 'high',
      title: '',
      detail: '',
    },
    ...{ sufficient: true, evidence: [], proposals: [pause] },
    ...changes,
  };
  return {
    ...emptyDraft(input({ kpiIds: ['roi_campaigns'] })),
    rootCauses: [{ kpiId: 'roi_campaigns', support: 1, explains: [], reason: '' }],
    squadIds: ['business-growth'],
    findings: [finding],
  };
}

describe('propose', () => {
  it('takes the risk from the catalog and the parameters', () => {
    // Base 25 + 20 × 100 of 5,000 a day = 25.4.
    expect(propose(draftWith({})).candidates).toMatchObject([
      { agentId: 'ia-cmo', risk: 25, squadId: 'business-growth' },
    ]);
  });

  it('refuses parameters that do not fit the catalog and says so', () => {
    const draft = propose(draftWith({ proposals: [{ ...pause, parameters: { campaignId: 'three', dailySpend: 1 } }] }));
    expect(draft.candidates).toEqual([]);
    expect(draft.notes[0]?.note).toContain('parameters of ads.campaign-pause do not fit');
  });

  it('leaves findings about other KPIs without actions', () => {
    expect(propose(draftWith({ kpiIds: ['code_health'] })).candidates).toEqual([]);
  });

  it('numbers two proposals of one playbook on one target', () => {
    const keys = propose(draftWith({ proposals: [pause, pause] })).candidates.map((one) => one.key);
    expect(new Set(keys).size).toBe(2);
  });
});
