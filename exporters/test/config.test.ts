import { ConfigError } from '@ai-cos/service-kit';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../src/config/config.ts';
import { textFile } from './fixtures/exporters.ts';

function load(kpisFile: string, environment: Record<string, string> = {}) {
  const file = textFile('kpis.yaml', kpisFile);
  return loadConfig({ AICOS_SOURCE_URL: 'postgresql://nobody@localhost/none', AICOS_KPIS_FILE: file, ...environment });
}

function definition(kpisFile: string, id: string) {
  const found = load(kpisFile).definitions.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`no definition of ${id}`);
  return found;
}

describe('the KPI file', () => {
  it('overrides thresholds, weight and owner, and leaves the rest to the catalog', () => {
    const cac = definition('kpis:\n  cac:\n    target: 20\n    warning: 25\n    weight: 9\n    owner: ia-cfo\n', 'cac');
    expect(cac).toMatchObject({ target: 20, warning: 25, critical: 60, weight: 9, owner: 'ia-cfo', enabled: true });
  });

  it('changes the definition version with the query and not with a threshold', () => {
    const plain = definition('', 'cac').definitionVersion;
    expect(definition('kpis:\n  cac:\n    weight: 9\n', 'cac').definitionVersion).toBe(plain);
    expect(definition('kpis:\n  cac:\n    query: SELECT 1 AS value\n', 'cac').definitionVersion).not.toBe(plain);
  });

  it('changes the digest with a threshold', () => {
    expect(load('kpis:\n  cac:\n    target: 20\n').digest).not.toBe(load('').digest);
  });

  it.each([
    ['an unknown KPI', 'kpis:\n  cac:\n    target: 20\n  cash:\n    target: 1\n', 4, 'cash'],
    ['a field that is not the company’s to change', 'kpis:\n  cac:\n    target: 20\n    unit: percent\n', 4, 'unit'],
    ['a threshold that is no number', 'kpis:\n  cac:\n    target: low\n', 3, 'target'],
    ['thresholds in the wrong order', 'kpis:\n  cac:\n    target: 70\n', 3, 'target < warning < critical'],
    ['thresholds of a KPI that should rise', 'kpis:\n  csat:\n    critical: 4.5\n', 3, 'target > warning > critical'],
    ['thresholds on a band', 'kpis:\n  warehouse_capacity:\n    warning: 80\n', 3, 'band'],
    [
      'edges of a band that do not rise',
      'kpis:\n  warehouse_capacity:\n    band: { lowCrit: 50, lowWarn: 40, lowOk: 60, highOk: 70, highWarn: 80, highCrit: 90 }\n',
      3,
      'lowCrit < lowWarn',
    ],
    ['an unknown owner', 'kpis:\n  cac:\n    owner: ia-boss\n', 3, 'owner'],
    ['a source nobody named', 'kpis:\n  cac:\n    source: warehouse\n', 3, 'there is no source "warehouse"'],
    ['a parameter nobody supplies', 'kpis:\n  cac:\n    query: SELECT :asof AS value\n', 3, 'unknown parameter :asof'],
    [
      'a password in the file',
      'sources:\n  erp:\n    url: postgresql://u:secret@erp/db\n',
      3,
      'no password stands in this file',
    ],
    ['a variable that is not set', 'sources:\n  erp:\n    url: ${ERP_URL}\n', 3, 'the variable ERP_URL is not set'],
    ['broken YAML', 'kpis:\n  cac: [1\n', 3, ''],
  ])('refuses %s, naming the line', (_case, text, line, message) => {
    const attempt = () => load(text);
    expect(attempt).toThrow(ConfigError);
    expect(attempt).toThrow(new RegExp(`kpis\\.yaml:${String(line)} `));
    expect(attempt).toThrow(message);
  });

  it('does not repeat a secret in an error', () => {
    expect(() => load('sources:\n  erp:\n    url: postgresql://u:hush@erp/db\n')).not.toThrow(/hush/);
  });

  it('reads the address of a source from the environment', () => {
    const { sources } = load('sources:\n  erp:\n    url: ${ERP_URL}\n    timeoutSeconds: 3\n', {
      ERP_URL: 'postgresql://erp/db',
    });
    expect(sources[1]).toEqual({ name: 'erp', url: 'postgresql://erp/db', timeoutSeconds: 3 });
  });
});

describe('the environment', () => {
  it('names the variable that is missing', () => {
    expect(() => loadConfig({})).toThrow(/AICOS_SOURCE_URL/);
  });

  it('names line and field of a company file with an impossible currency', () => {
    const file = textFile('company.yaml', 'name: Shop\ncurrency: euros\n');
    expect(() => load('', { AICOS_COMPANY_FILE: file })).toThrow(/company\.yaml:2 currency/);
  });
});
