import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { productionScale, renderRules } from '@ai-cos/alert-rules';
import { testTool } from '@ai-cos/service-kit/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';

import { composeValues } from '../src/provisioning/compose-values.ts';
import { PLACEHOLDERS } from '../src/provisioning/placeholders.ts';
import { renderProvisioning } from '../src/provisioning/render-folder.ts';
import { writeFolder } from '../src/provisioning/write-folder.ts';
import { inRoot } from '../src/root.ts';

let folder: string;

function yaml(...path: string[]): unknown {
  return parse(readFileSync(join(folder, ...path), 'utf8'));
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'aicos-provisioning-'));
  const token = (name: string): string => {
    writeFileSync(join(folder, name), 'secret');
    return join(folder, name);
  };
  writeFolder(join(folder, 'rules'), renderRules(productionScale));
  mkdirSync(join(folder, 'dashboards'));
  renderProvisioning(folder, {
    ...composeValues,
    RULES_FOLDER: join(folder, 'rules'),
    DASHBOARDS_FOLDER: join(folder, 'dashboards'),
    WEBHOOK_TOKEN_FILE: token('webhook-token'),
    RESTRICTED_TOKEN_FILE: token('restricted-token'),
    PLUGIN_TOKEN_FILE: token('plugin-token'),
  });
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the rendered configuration', () => {
  it('of Prometheus is accepted by promtool, rules and token files included', () => {
    const output = execFileSync(
      testTool('promtool'),
      ['check', 'config', join(folder, 'prometheus', 'prometheus.yml')],
      {
        encoding: 'utf8',
      }
    );

    expect(output).toContain('5 rule files found');
    expect(output).toContain('is valid prometheus config file syntax');
  });

  it('of Alertmanager is accepted by amtool of the oldest version we support', () => {
    const output = execFileSync(
      testTool('amtool'),
      ['check-config', join(folder, 'alertmanager', 'alertmanager.yml')],
      { encoding: 'utf8' }
    );

    expect(output).toContain('SUCCESS');
  });

  it.each([
    ['a fast critical alert', ['class=fast', 'severity=critical']],
    ['a slow alert', ['class=slow', 'severity=critical']],
    ['the Watchdog', ['alertname=Watchdog']],
  ])('routes %s to the runner', (_name, labels) => {
    const config = `--config.file=${join(folder, 'alertmanager', 'alertmanager.yml')}`;
    const receiver = execFileSync(testTool('amtool'), ['config', 'routes', 'test', config, ...labels], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });

    expect(receiver.trim()).toBe('aicos-runner');
  });

  it('of Alertmanager keeps the timings of fast and slow alerts and inhibits a warning by its critical', () => {
    expect(yaml('alertmanager', 'alertmanager.yml')).toMatchObject({
      route: {
        group_wait: '1m',
        group_interval: '10m',
        repeat_interval: '24h',
        routes: [
          { matchers: ['alertname="Watchdog"'], group_wait: '0s', group_interval: '30s', repeat_interval: '1m' },
          { matchers: ['class="fast"'], group_wait: '5s', group_interval: '30s', repeat_interval: '4h' },
          { matchers: ['class="meta"'] },
        ],
      },
      inhibit_rules: [{ equal: ['alertname', 'kpi', 'store'] }],
    });
  });

  it('of Grafana names the data sources that the dashboards expect', () => {
    expect(yaml('grafana', 'datasources', 'datasources.yml')).toMatchObject({
      datasources: [
        { uid: 'aicos-prometheus', type: 'prometheus' },
        { uid: 'aicos-alertmanager', type: 'alertmanager' },
      ],
    });
  });

  it('of Grafana configures the plugin from a file, never with a secret in it', () => {
    expect(yaml('grafana', 'plugins', 'plugins.yml')).toMatchObject({
      apps: [{ type: 'aicos-app', secureJsonData: { apiToken: `$__file{${join(folder, 'plugin-token')}}` } }],
    });
  });
});

describe('the templates', () => {
  const templates = ['prometheus', 'alertmanager', 'grafana'].flatMap((part) =>
    readdirSync(inRoot('provisioning', part), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
  );

  it('name at their head every variable they use', () => {
    for (const text of templates) {
      const head = text
        .split('\n')
        .filter((line) => line.startsWith('#'))
        .join(' ');
      const used = [...text.matchAll(/\$\{([A-Z_]+)\}/g)].map(([, name]) => name ?? '');
      for (const name of used) expect(head).toContain(name);
    }
  });

  it('use every variable that is filled in, or it would be kept for nothing', () => {
    const used = new Set(templates.flatMap((text) => [...text.matchAll(/\$\{([A-Z_]+)\}/g)].map(([, name]) => name)));

    expect(PLACEHOLDERS.filter((name) => !used.has(name))).toEqual(['EXPORTERS_URL', 'UI_URL']);
  });
});
