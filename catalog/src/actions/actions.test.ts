import { describe, expect, it } from 'vitest';
import { ActionTypeMeta, type ActionTypeRecord } from '../schema/action-type.ts';
import { actionTypeIds, actionTypes, mayPropose } from './index.ts';

const records: ActionTypeRecord[] = actionTypeIds.map((id) => actionTypes[id]);

/** Names in braces anywhere in a template: `{campaignId}` gives campaignId. */
function placeholders(value: unknown): string[] {
  return [...JSON.stringify(value ?? null).matchAll(/\{([A-Za-z][\w.]*)\}/g)].map((match) => match[1] ?? '');
}

function paramNames(record: ActionTypeRecord): string[] {
  return Object.keys(record.params.shape);
}

describe('action types', () => {
  it('are at least thirty', () => {
    expect(records.length).toBeGreaterThanOrEqual(30);
  });

  it.each(actionTypeIds)('%s is a valid record under its own id', (id) => {
    const { params: _params, ...meta } = actionTypes[id];
    expect(ActionTypeMeta.parse(meta).id).toBe(id);
  });

  it.each(actionTypeIds)('%s has a call, statement or person behind its connector', (id) => {
    const record: ActionTypeRecord = actionTypes[id];
    expect(record.call !== undefined).toBe(record.connector === 'http');
    expect(record.statement !== undefined).toBe(record.connector === 'sql');
  });

  it.each(actionTypeIds)('%s names only parameters that exist', (id) => {
    const record: ActionTypeRecord = actionTypes[id];
    const names = paramNames(record);
    const used = [
      ...placeholders(record.call),
      ...placeholders(record.readBack),
      ...placeholders(record.statement),
      ...(record.blast === null ? [] : [record.blast.paramPath.split('.')[0] ?? '']),
      ...(record.amountParam === null ? [] : [record.amountParam.split('.')[0] ?? '']),
      ...(record.postcheck.kind === 'http' ? placeholders(record.postcheck.call) : []),
      ...(record.postcheck.kind === 'http' && record.postcheck.equalsParam !== undefined
        ? [record.postcheck.equalsParam]
        : []),
      ...(record.postcheck.kind === 'sql' ? record.postcheck.params : []),
    ];
    expect(names).toEqual(expect.arrayContaining(used));
  });

  it.each(actionTypeIds)('%s can be undone exactly when it says so', (id) => {
    const record = actionTypes[id];
    expect(record.compensation === null).toBe(record.reversible === 'no');
  });

  it.each(actionTypeIds)('%s fills every parameter its compensation needs', (id) => {
    const record: ActionTypeRecord = actionTypes[id];
    const compensation = actionTypes[id].compensation;
    if (compensation === null) return;
    const given = Object.keys(record.compensationParams ?? {});
    expect(given.sort()).toEqual(paramNames(actionTypes[compensation]).sort());
    const own = placeholders(record.compensationParams).filter((name) => !/^(before|result)\./.test(name));
    expect(paramNames(record)).toEqual(expect.arrayContaining(own));
  });

  it('limits the blast of every irreversible action that may run alone', () => {
    for (const record of records) {
      if (record.reversible !== 'no' || record.modes.every((mode) => mode === 'assisted')) continue;
      expect(record.blast, record.id).not.toBeNull();
    }
  });

  it('refuses parameters it does not know', () => {
    const parsed = actionTypes['ads.campaign-pause'].params.safeParse({ campaignId: 3, dailySpend: 40, also: 1 });
    expect(parsed.success).toBe(false);
  });

  it('knows who may propose what', () => {
    expect(mayPropose('ia-cmo', 'ads.campaign-pause')).toBe(true);
    expect(mayPropose('ia-hr', 'ads.campaign-pause')).toBe(false);
  });
});
