import { kpiIds, kpis } from '@ai-cos/catalog';
import { describe, expect, it } from 'vitest';
import { currencyUnit, nativeUnit } from '../src/units.ts';
import { boards } from './generated-boards.ts';

function titlesOf(uid: string): string[] {
  return boards.find((board) => board.uid === uid)?.panels.map((panel) => panel.title) ?? [];
}

describe('the boards', () => {
  it.each(kpiIds)('draw %s on the board of its pole, with the company’s thresholds', (kpi) => {
    const { label, pole } = kpis[kpi];
    const panel = boards
      .find((board) => board.uid === `aicos-pole-${pole}`)
      ?.panels.find((candidate) => candidate.title === label);

    expect(panel?.transformations).toEqual([expect.objectContaining({ id: 'configFromData' })]);
    expect(panel?.targets?.map((target) => target.refId)).toEqual(['value', 'target', 'config']);
    expect(panel?.fieldConfig?.defaults.unit).toBe(nativeUnit(kpi, 'EUR'));
  });

  it('are the nine that were asked for', () => {
    expect(boards.map((board) => board.uid).toSorted()).toEqual([
      'aicos-coordination',
      'aicos-executive',
      'aicos-kpi-explorer',
      'aicos-pole-business',
      'aicos-pole-expansion',
      'aicos-pole-strategic',
      'aicos-pole-tech',
      'aicos-stack-operations',
      'aicos-two-worlds',
    ]);
  });

  it('compare the chosen KPI with the same weekday, the period before and the usual', () => {
    const explorer = boards.find((board) => board.uid === 'aicos-kpi-explorer');
    const trend = explorer?.panels.find((panel) => panel.title === '$kpi');

    expect(trend?.targets?.map((target) => target.refId)).toEqual([
      'value',
      'target',
      'week',
      'period',
      'low',
      'high',
      'config',
    ]);
    expect(explorer?.annotations.list.map((annotation) => annotation.name)).toContain('Actions');
  });

  it('label the second world as simulated in every title', () => {
    const shown = titlesOf('aicos-two-worlds').filter(
      (title) => !['Company', 'Business time', 'Waiting for a decision'].includes(title)
    );

    expect(shown.length).toBeGreaterThan(6);
    for (const title of shown) expect(title).toContain('(simulated)');
  });
});

describe('units of money', () => {
  it('use the formatter of a known currency and a suffix for any other', () => {
    expect(currencyUnit('BRL')).toBe('currencyBRL');
    expect(currencyUnit('XAU')).toBe('suffix: XAU');
    expect(nativeUnit('burn_rate', 'XAU')).toContain('suffix: XAU');
  });
});
