import { existsSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { composeValues } from '../src/provisioning/compose-values.ts';
import { inRoot } from '../src/root.ts';
import { readComposeFile, type Service } from './compose-file.ts';

const { services, volumes } = readComposeFile();
const names = Object.keys(services);
const entries = Object.entries(services);

function portsOf(service: Service): string[] {
  return [...(service.expose ?? []), ...(service.ports ?? []).map((port) => port.split(':').at(-1) ?? '')];
}

/** Well-known ports of images that declare them themselves. */
const imagePorts: Record<string, string[]> = { postgres: ['5432'], redis: ['6379'] };

function listens(host: string, port: string): boolean {
  const service = services[host];
  return service !== undefined && [...portsOf(service), ...(imagePorts[host] ?? [])].includes(port);
}

const addresses = entries.flatMap(([name, { environment = {} }]) =>
  Object.values(environment).flatMap((value) =>
    [...String(value).matchAll(/(?:@|:\/\/)([a-z][a-z-]*):(\d+)/g)].map(([, host = '', port = '']) => ({
      name,
      host,
      port,
    }))
  )
);

describe('docker-compose.yml', () => {
  it('has the parts that were asked for', () => {
    const parts = ['postgres', 'redis', 'prometheus', 'alertmanager', 'grafana', 'exporters', 'agent-runner', 'demo'];

    expect(names).toEqual(expect.arrayContaining(parts));
  });

  it.each(entries)('mounts for %s only what exists', (_name, { volumes: mounts = [] }) => {
    for (const mount of mounts) {
      const [source = ''] = mount.split(':');
      const there = source.startsWith('./') ? existsSync(inRoot(source)) : source in volumes;
      expect(there, mount).toBe(true);
    }
  });

  it.each(entries)('starts in %s a program that exists', (_name, { command }) => {
    if (!Array.isArray(command) || command[0] !== 'node') return;
    expect(existsSync(inRoot(command[1] ?? '')), command[1]).toBe(true);
  });

  it.each(entries)('lets %s wait for services that exist', (_name, { depends_on: dependencies = {} }) => {
    for (const [dependency, { condition }] of Object.entries(dependencies)) {
      expect(names).toContain(dependency);
      if (condition === 'service_healthy') expect(services[dependency]).toHaveProperty('healthcheck');
      if (condition === 'service_completed_successfully') expect(services[dependency]?.restart).toBe('no');
    }
  });

  it('names only services and ports that listen', () => {
    expect(addresses.length).toBeGreaterThan(10);
    for (const { name, host, port } of addresses) {
      if (host === 'localhost') continue;
      expect(listens(host, port), `${name} → ${host}:${port}`).toBe(true);
    }
  });

  it('agrees with the rendering of the templates', () => {
    for (const [placeholder, value] of Object.entries(composeValues)) {
      const [, host = '', port = ''] = /^(?:http:\/\/)?([a-z-]+):(\d+)$/.exec(value) ?? [];
      if (host === '' || placeholder === 'UI_URL') continue;
      expect(listens(host, port), `${placeholder}=${value}`).toBe(true);
    }
    const mounted = entries.flatMap(([, service]) => (service.volumes ?? []).map((mount) => mount.split(':')[1]));
    expect(mounted).toEqual(expect.arrayContaining([composeValues.RULES_FOLDER, composeValues.DASHBOARDS_FOLDER]));
  });

  it('writes every token that a service reads', () => {
    const writer = String(services['secrets']?.command);
    const read = [
      ...entries.flatMap(([, { environment = {} }]) => Object.values(environment).map(String)),
      ...Object.values(composeValues),
    ].filter((value) => value.startsWith('/run/secrets/'));

    expect(read.length).toBeGreaterThan(5);
    for (const path of read) expect(writer).toContain(path.replace('/run/secrets/', ''));
  });

  it.each(['exporters', 'agent-runner', 'demo'])('gives %s only variables that it reads', (name) => {
    const known = readFileSync(inRoot(name, 'src', 'config', 'env.ts'), 'utf8');
    // A token that the runner is about to read may come first; a misspelt name never appears anywhere.
    for (const variable of Object.keys(services[name]?.environment ?? {})) {
      if (variable === 'AICOS_RESTRICTED_TOKEN_FILE' && name === 'agent-runner') continue;
      expect(known, `${name}: ${variable}`).toContain(variable);
    }
  });

  it('lets Grafana load all four unsigned plugins', () => {
    const allowed = String(services['grafana']?.environment?.['GF_PLUGINS_ALLOW_LOADING_UNSIGNED_PLUGINS']).split(',');
    const files = ['', 'panels/approval/', 'panels/simulation/', 'panels/squad/'];
    const ids = files.map((folder) => {
      const text = readFileSync(inRoot('grafana-plugin', 'src', `${folder}plugin.json`), 'utf8');
      return (JSON.parse(text) as { id: string }).id;
    });

    expect(allowed.toSorted()).toEqual(ids.toSorted());
  });

  it('pins every image that is not built here', () => {
    for (const [name, { image, build }] of entries) {
      if (build === undefined) expect(image, name).toMatch(/:v?\d/);
    }
  });
});

describe('Dockerfile', () => {
  const lines = readFileSync(inRoot('Dockerfile'), 'utf8').split('\n');
  const stages = lines.flatMap((line) => /^FROM \S+ AS (\S+)/.exec(line)?.[1] ?? []);

  it('has the stages that compose builds', () => {
    for (const [name, { build }] of entries) if (build) expect(stages, name).toContain(build.target);
  });

  it('copies only what exists', () => {
    const copied = lines.flatMap((line) => {
      const words = line.split(' ');
      if (words[0] !== 'COPY' || line.includes('--from=')) return [];
      return words.slice(1, -1);
    });

    expect(copied.length).toBeGreaterThan(10);
    for (const path of copied) expect(existsSync(inRoot(path)), path).toBe(true);
  });

  it('knows the package.json of every workspace, or npm ci would refuse the lock file', () => {
    const { workspaces } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as { workspaces: string[] };

    for (const workspace of workspaces) expect(lines).toContain(`COPY ${workspace}/package.json ${workspace}/`);
  });

  it('runs the stages that end up in containers as somebody other than root', () => {
    for (const stage of ['services', 'grafana']) {
      const start = lines.findIndex((line) => line.endsWith(` AS ${stage}`));
      const next = lines.findIndex((line, index) => index > start && line.startsWith('FROM '));
      const users = lines.slice(start, next === -1 ? undefined : next).filter((line) => line.startsWith('USER '));
      expect(users.at(-1), stage).toMatch(/^USER (node|472)$/);
    }
  });
});
