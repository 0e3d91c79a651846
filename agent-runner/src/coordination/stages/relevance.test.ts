import { describe, expect, it } from 'vitest';
import { input } from '../../../test/_harness/coordination-input.ts';
import { tools } from '../../../test/_harness/tools.ts';
import { relevanceWeights } from '../relevance/score.ts';
import { emptyDraft, type Draft } from '../types.ts';
import { relevance } from './relevance.ts';

const stock: Draft = {
  ...emptyDraft(input()),
  rootCauses: [{ kpiId: 'stock_rupture', support: 1, explains: [], reason: '' }],
};

function scoreOf(draft: Draft, agent: string) {
  const found = draft.relevance.find((score) => score.agentId === agent);
  if (found === undefined) throw new Error(`no score for ${agent}`);
  return found;
}

describe('relevance', () => {
  it('has six factors whose weights sum to one', () => {
    let sum = 0;
    for (const weight of Object.values<number>({ ...relevanceWeights })) sum += weight;
    expect(sum).toBeCloseTo(1);
    expect(Object.keys(relevanceWeights)).toHaveLength(6);
  });

  it('lets owner and watchers of the KPI speak about a stock alert', () => {
    const draft = relevance(stock, tools());
    const speaking = draft.relevance.filter((score) => score.speaks).map((score) => score.agentId);
    expect(speaking).toEqual(expect.arrayContaining(['stock-forecaster', 'ia-logistics', 'ia-supply-chain', 'ia-cmo']));
    expect(speaking.length).toBeLessThanOrEqual(26 * 0.3);
  });

  it('scores as written down', () => {
    // Owner and source 1, its own KPI 1, two matching topics 1, severity high 0.75, no record 0.5, nothing waits 1.
    const score = scoreOf(relevance(stock, tools()), 'stock-forecaster');
    expect(score.score).toBeCloseTo(0.35 + 0.2 + 0.2 + 0.075 + 0.0375 + 0.075, 3);
  });

  it('says why an agent is silent', () => {
    const { speaks, reason } = scoreOf(relevance(stock, tools()), 'ia-hr');
    expect(speaks).toBe(false);
    expect(reason).toContain('none of the affected KPIs is its own and it knows nothing about Stock');
  });

  it('keeps a paused agent silent', () => {
    const paused = { state: 'paused', verified: 0, ineffective: 0, rejected: 0, waiting: 0 } as const;
    const draft = relevance({ ...stock, input: input({ agents: { 'stock-forecaster': paused } }) }, tools());
    expect(scoreOf(draft, 'stock-forecaster')).toMatchObject({ speaks: false, reason: 'silent because it is paused' });
  });

  it('believes an agent less whose actions did not work or were rejected', () => {
    const poor = { state: 'active', verified: 0, ineffective: 8, rejected: 5, waiting: 0 } as const;
    const before = scoreOf(relevance(stock, tools()), 'ia-cmo').score;
    const after = scoreOf(
      relevance({ ...stock, input: input({ agents: { 'ia-cmo': poor } }) }, tools()),
      'ia-cmo'
    ).score;
    expect(after).toBeLessThan(before);
  });

  it('convenes a squad when its lead or two members speak', () => {
    expect(relevance(stock, tools()).squadIds).toEqual(
      expect.arrayContaining(['operations-excellence', 'business-growth'])
    );
  });

  it('lets only the owner speak in that variant', () => {
    const draft = relevance(stock, tools({}, { ownerOnly: true }));
    expect(draft.relevance.filter((score) => score.speaks).map((score) => score.agentId)).toEqual(['stock-forecaster']);
  });
});
