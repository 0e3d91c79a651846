import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../src/config/config.ts';
import { ExportersEnv } from '../src/config/env.ts';
import { textFile } from './fixtures/exporters.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

describe('the README', () => {
  it('names every variable of the environment', () => {
    expect(Object.keys(ExportersEnv.shape).filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });

  it('shows a KPI file that holds', () => {
    const example = /```yaml\n([\s\S]+?)```/.exec(readme)?.[1] ?? '';
    const config = loadConfig({
      AICOS_SOURCE_URL: 'postgresql://nobody@localhost/none',
      AICOS_KPIS_FILE: textFile('kpis.yaml', example),
      ERP_URL: 'postgresql://erp/db',
    });
    expect(config.definitions.find(({ id }) => id === 'average_order_value')).toMatchObject({
      target: 80,
      source: 'erp',
    });
    expect(config.definitions.find(({ id }) => id === 'esg_score')).toMatchObject({ enabled: false });
  });
});
