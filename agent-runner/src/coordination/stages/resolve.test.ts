import { describe, expect, it } from 'vitest';
import { candidate } from '../../../test/_harness/candidate.ts';
import { input } from '../../../test/_harness/coordination-input.ts';
import { tools } from '../../../test/_harness/tools.ts';
import { defaultOptions, emptyDraft, type Candidate, type CoordinationInput } from '../types.ts';
import { resolve } from './resolve.ts';

function resolved(candidates: readonly Candidate[], changes: Partial<CoordinationInput> = {}, limits = {}) {
  const draft = {
    ...emptyDraft(input({ kpiIds: ['roi_campaigns'], ...changes })),
    rootCauses: [{ kpiId: 'roi_campaigns' as const, support: 1, explains: [], reason: '' }],
    candidates,
  };
  return resolve(draft, tools({}, { limits: { ...defaultOptions.limits, ...limits } }));
}

const names = (candidates: readonly Candidate[]): string[] => candidates.map((one) => one.agentId);

describe('resolve', () => {
  it('merges the same action of two agents and keeps the stronger one', () => {
    const draft = resolved([candidate({ agentId: 'ia-cfo', confidence: 40 }), candidate({ confidence: 90 })]);
    expect(names(draft.candidates)).toEqual(['ia-cmo']);
    expect(draft.resolutions).toMatchObject([{ rule: 'duplicate', kept: 'ia-cmo: Do ia-cmo/campaign:3' }]);
  });

  it('settles more against less of one target by priority', () => {
    const more = candidate({ key: 'more', actionType: 'ads.campaign-budget', direction: 'up', confidence: 30 });
    const draft = resolved([more, candidate()]);
    expect(draft.candidates.map((one) => one.key)).toEqual(['ia-cmo/campaign:3']);
    expect(draft.resolutions[0]?.rule).toBe('contradiction');
  });

  it('spends the budget of a plan on the highest priorities', () => {
    const dear = candidate({ key: 'dear', target: 'a', cost: 900, confidence: 90 });
    const cheap = candidate({ key: 'cheap', target: 'b', cost: 200, confidence: 30 });
    const draft = resolved([cheap, dear], {}, { planBudget: 1_000 });
    expect(draft.candidates.map((one) => one.key)).toEqual(['dear']);
    expect(draft.resolutions[0]).toMatchObject({
      rule: 'budget',
      reason: 'the plan would commit 1100, its budget is 1000',
    });
  });

  it('drops what touches more than its type allows', () => {
    const draft = resolved([candidate({ parameters: { campaignId: 3, dailySpend: 9_000 } })]);
    expect(draft.candidates).toEqual([]);
    expect(draft.resolutions[0]?.rule).toBe('blast_radius');
  });

  it('does not repeat an action on a target before its cooldown is over', () => {
    const recent = [{ type: 'ads.campaign-pause', target: 'campaign:3', asOf: '2026-02-25T00:00:00.000Z' }];
    expect(resolved([candidate()], { recent }).resolutions[0]?.rule).toBe('cooldown');
    const old = [{ type: 'ads.campaign-pause', target: 'campaign:3', asOf: '2026-02-20T00:00:00.000Z' }];
    expect(resolved([candidate()], { recent: old }).candidates).toHaveLength(1);
  });

  it('refuses what an agent may not ask for', () => {
    const draft = resolved([candidate({ agentId: 'ia-hr' })]);
    expect(draft.resolutions).toMatchObject([
      { rule: 'authority', reason: 'ia-hr may not propose ads.campaign-pause' },
    ]);
  });

  it('leaves room for people: few actions per agent, nothing that can wait on a full desk', () => {
    const four = [1, 2, 3, 4].map((id) => candidate({ key: `k${String(id)}`, target: `campaign:${String(id)}` }));
    expect(resolved(four).candidates).toHaveLength(3);
    const waits = candidate({ hoursUntilHarm: 100 });
    expect(resolved([waits], { waitingPerPole: { business: 40 } }).resolutions[0]?.rule).toBe('open_plan_budget');
    expect(resolved([candidate()], { waitingPerPole: { business: 40 } }).candidates).toHaveLength(1);
  });
});
