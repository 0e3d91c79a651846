import { describe, expect, it } from 'vitest';
import {
  Agent,
  agentIds,
  agents,
  board,
  boardIds,
  eventTypeIds,
  kpiIds,
  kpis,
  kpisOf,
  ownedKpis,
  poles,
  squadIds,
  squads,
  squadsOf,
  watchedKpis,
} from '../src/index.ts';

describe('the agents', () => {
  it('are 26: five strategic, eight tech, eight business, five expansion', () => {
    const counts = poles.map((pole) => agentIds.filter((id) => agents[id].pole === pole).length);

    expect(agentIds).toHaveLength(26);
    expect(Object.fromEntries(poles.map((pole, index) => [pole, counts[index]]))).toEqual({
      strategic: 5,
      tech: 8,
      business: 8,
      expansion: 5,
    });
  });

  it.each(agentIds)('%s is a valid record with at least one KPI', (id) => {
    expect(() => Agent.parse(agents[id])).not.toThrow();
    expect(kpisOf(id).length).toBeGreaterThan(0);
  });

  it('own each KPI once and never watch what they own', () => {
    expect(agentIds.flatMap(ownedKpis).toSorted()).toEqual([...kpiIds].sort());
    for (const id of agentIds) {
      const watched = watchedKpis(id);
      expect(
        watched.filter((kpi) => ownedKpis(id).includes(kpi)),
        id
      ).toEqual([]);
    }
  });

  it.each(kpiIds)('that watch %s are named once', (kpi) => {
    expect(new Set(kpis[kpi].also).size).toBe(kpis[kpi].also.length);
  });

  it('have the number of KPIs that the founding texts state', () => {
    const counts = {
      'ia-docker-optimizer': 4,
      'ia-content': 3,
      'ia-qa': 3,
      'ia-legal': 3,
      'ia-supply-chain': 3,
      'ia-product': 4,
      'ia-support': 3,
      'ia-hr': 2,
    } as const;

    for (const [id, count] of Object.entries(counts)) expect(kpisOf(id as keyof typeof counts), id).toHaveLength(count);
  });
});

describe('the squads', () => {
  it('are six and hold every agent but the orchestrator', () => {
    expect(squadIds).toHaveLength(6);
    expect(agentIds.filter((id) => squadsOf(id).length === 0)).toEqual(['ia-ceo']);
  });

  it.each(squadIds)('%s lists nobody twice and its lead apart', (id) => {
    const { lead, members } = squads[id];
    const everybody = [lead, ...members];

    expect(new Set(everybody).size).toBe(everybody.length);
  });

  it.each(kpiIds)('of %s has the owner of the KPI in it', (kpi) => {
    expect(squadsOf(kpis[kpi].owner)).toContain(kpis[kpi].squad);
  });
});

describe('the board', () => {
  it('has four members whose weights sum to one', () => {
    const weights = boardIds.map((id) => board[id].weight);

    expect(weights).toHaveLength(4);
    expect(weights[0]! + weights[1]! + weights[2]! + weights[3]!).toBeCloseTo(1);
  });
});

describe('event types', () => {
  it.each(eventTypeIds.filter((type) => type !== 'CAMPAIGN_OPPORTUNITY'))(
    '%s is raised by at least one KPI',
    (type) => {
      expect(kpiIds.filter((kpi) => kpis[kpi].eventType === type)).not.toEqual([]);
    }
  );

  it('raise an opportunity only through an opportunity level', () => {
    expect(kpiIds.filter((kpi) => kpis[kpi].eventType === 'CAMPAIGN_OPPORTUNITY')).toEqual([]);
    expect(kpiIds.filter((kpi) => kpis[kpi].opportunity !== null)).not.toEqual([]);
  });
});
