import { describe, expect, it } from 'vitest';
import type { AnalysedFinding, Capability } from '../../agents/types.ts';
import { input } from '../../../test/_harness/coordination-input.ts';
import { tools } from '../../../test/_harness/tools.ts';
import { emptyDraft, type Draft } from '../types.ts';
import { analyse } from './analyse.ts';
import { relevance } from './relevance.ts';

const stock: Draft = relevance(
  { ...emptyDraft(input()), rootCauses: [{ kpiId: 'stock_rupture', support: 1, explains: [], reason: '' }] },
  tools()
);

function finds(changes: Partial<AnalysedFinding>): Capability {
  return {
    id: 'test',
    title: 'A test',
    kpis: [],
    playbooks: [],
    run: (agentId) =>
      Promise.resolve([
        {
          ...{ agentId, analysis: 'test', kpiIds: ['stock_rupture'], severity: 'high', title: 't', detail: '' },
          ...{ sufficient: true, evidence: [], proposals: [] },
          ...changes,
        },
      ]),
  };
}

describe('analyse', () => {
  it('keeps the findings of the others when one analysis fails or hangs', async () => {
    const throws: Capability = { ...finds({}), id: 'throws', run: () => Promise.reject(new Error('broken')) };
    const hangs: Capability = { ...finds({}), id: 'hangs', run: () => new Promise(() => undefined) };
    const draft = await analyse(stock, tools({ 'stock-forecaster': [throws, hangs, finds({})] }));
    expect(draft.findings).toHaveLength(1);
    const notes = draft.notes.filter((note) => note.agentId === 'stock-forecaster').map((note) => note.note);
    expect(notes).toEqual(['throws failed: broken', 'hangs did not finish within 100 ms']);
  });

  it('says of an agent that it looked and found nothing', async () => {
    const draft = await analyse(stock, tools());
    expect(draft.notes).toContainEqual({
      stage: 'analyse',
      agentId: 'ia-cmo',
      note: 'looked into its data and found nothing unusual',
    });
  });

  it('asks the owner of a KPI that a serious finding names', async () => {
    const draft = await analyse(
      stock,
      tools({
        'stock-forecaster': [finds({ kpiIds: ['stock_rupture', 'csat'] })],
        'ia-support': [finds({ kpiIds: ['csat'] })],
      })
    );
    expect(draft.relevance.find((score) => score.agentId === 'ia-support')).toMatchObject({
      speaks: true,
      reason: 'speaks: asked by stock-forecaster, whose finding concerns Customer satisfaction',
    });
    expect(draft.findings.map((finding) => finding.agentId)).toEqual(['stock-forecaster', 'ia-support']);
  });

  it('asks nobody because of a finding of low severity', async () => {
    const draft = await analyse(stock, tools({ 'stock-forecaster': [finds({ kpiIds: ['csat'], severity: 'low' })] }));
    expect(draft.relevance.find((score) => score.agentId === 'ia-support')?.speaks).toBe(false);
  });
});
