import { actionTypes, agentIds, kpiIds, mayPropose, type AgentId } from '@ai-cos/catalog';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CompanyUnreadable } from './company/company-reader.ts';
import { capabilities } from './registry.ts';
import { runAgent } from './engine.ts';
import type { AnalysisContext } from './types.ts';

const context: AnalysisContext = {
  asOf: new Date('2026-03-01T00:00:00Z'),
  eventType: 'STOCK_ALERT',
  kpiIds: [],
  supplied: {},
  company: { query: ({ name }) => Promise.reject(new CompanyUnreadable(name, 'relation does not exist')) },
  kpi: () => undefined,
  currency: 'EUR',
};

describe('the 26 agents', () => {
  it.each(agentIds)('%s has two analyses and two playbooks of its own', (agent) => {
    const own = capabilities[agent];
    expect(own.length).toBeGreaterThanOrEqual(2);
    expect(own.flatMap((one) => one.playbooks).length).toBeGreaterThanOrEqual(2);
    expect(own.every((one) => one.kpis.every((kpi) => kpiIds.includes(kpi)))).toBe(true);
  });

  it('share no analysis: what two agents know is not the same', () => {
    const ids = agentIds.flatMap((agent) => capabilities[agent].map((one) => one.id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('may all propose at least one kind of action that reaches a system or a person', () => {
    for (const agent of agentIds)
      expect(Object.values(actionTypes).some((type) => mayPropose(agent, type.id))).toBe(true);
  });

  it('leave no query file unused', () => {
    const code = readdirSync(new URL('./capabilities/', import.meta.url))
      .map((name) => readFileSync(new URL(`./capabilities/${name}`, import.meta.url), 'utf8'))
      .join('\n');
    const files = readdirSync(new URL('./queries/', import.meta.url)).map((name) => name.replace('.sql', ''));
    expect(files.filter((name) => !code.includes(`name: '${name}'`))).toEqual([]);
  });

  it.each(agentIds)(
    '%s says "not enough data" instead of inventing something without tables',
    async (agent: AgentId) => {
      const { findings, problems } = await runAgent(agent, capabilities[agent], context, 1_000);
      expect(problems).toEqual([]);
      expect(findings).toHaveLength(capabilities[agent].length);
      for (const finding of findings) {
        expect(finding.title).toMatch(/^Not enough data/);
        expect(finding.proposals).toEqual([]);
      }
    }
  );
});
