import type { Candidate } from '../../src/coordination/types.ts';

export function candidate(changes: Partial<Candidate> = {}): Candidate {
  const key = changes.key ?? `${changes.agentId ?? 'ia-cmo'}/${changes.target ?? 'campaign:3'}`;
  return {
    key,
    agentId: 'ia-cmo',
    playbook: 'pause',
    finding: 0,
    risk: 20,
    squadId: null,
    actionType: 'ads.campaign-pause',
    parameters: { campaignId: 3, dailySpend: 100 },
    target: 'campaign:3',
    direction: 'down',
    title: `Do ${key}`,
    description: 'Because.',
    expected: [{ kpiId: 'roi_campaigns', change: 50, low: 20, high: 80, unit: 'percent', basis: 'test' }],
    confidence: 80,
    cost: null,
    hoursUntilHarm: 0,
    after: [],
    ...changes,
  };
}
