import { readFileSync } from 'node:fs';
import path from 'node:path';
import { operations } from '../../agent-runner/src/contract/operations.ts';
import { matchRoute, mayPass, type PluginRoute } from '../console/server/proxy/plugin-route.ts';
import { grantedActions } from '../console/server/proxy/granted-actions.ts';
import { appId, grafanaActions, panelIds } from '../src/constants.ts';

interface PluginJson {
  id: string;
  routes: PluginRoute[];
  roles: Array<{ role: { name: string; permissions: Array<{ action: string }> }; grants: string[] }>;
  includes: Array<{ type: string; path: string; role?: string }>;
  extensions: { addedLinks: Array<{ targets: string[]; title: string }> };
}

const source = path.join(__dirname, '..', 'src');

function readJson<T>(...parts: string[]): T {
  return JSON.parse(readFileSync(path.join(source, ...parts), 'utf8')) as T;
}

const plugin = readJson<PluginJson>('plugin.json');
const declaredActions = plugin.roles.flatMap(({ role }) => role.permissions.map(({ action }) => action));
const api = 'api/ai-cos';

type Gate = 'Viewer' | 'Editor' | 'Admin' | 'nobody';

/** Who passes Grafana's gate, by method and path of the runner's contract; the runner checks again. `nobody`: no route. */
const expectedGates: Record<string, Gate> = {
  'PUT /mode': 'Admin',
  'PUT /kill-switch': 'Admin',
  'POST /agents/{id}/pause': 'Admin',
  'POST /agents/{id}/resume': 'Admin',
  'POST /actions/decisions': 'Viewer',
  'POST /actions/{id}/decisions': 'Viewer',
  'POST /actions/{id}/revisions': 'Viewer',
  'POST /actions/{id}/withdraw': 'Viewer',
  'POST /actions/{id}/rollback': 'Viewer',
  'POST /actions/{id}/resolve': 'Viewer',
  'POST /actions/{id}/task': 'Viewer',
  'POST /delegations': 'Viewer',
  'POST /delegations/{id}/revoke': 'Viewer',
  'POST /events': 'Editor',
  'POST /events/simulate': 'Editor',
  'POST /simulations': 'Editor',
  'POST /simulations/compare': 'Editor',
  'POST /simulations/optimise': 'Editor',
  'POST /simulations/{id}/cancel': 'Editor',
  'POST /simulations/{id}/proposal': 'Editor',
  'POST /snapshots': 'Editor',
  'GET /audit': 'Admin',
  'GET /audit/verify': 'Admin',
  'POST /webhooks/alertmanager': 'nobody',
};

/** What the runner's contract does not offer must not pass either. */
const refusedCalls: Array<[string, string]> = [
  ['PUT', '/actions/a1'],
  ['DELETE', '/delegations/d1'],
  ['POST', '/me'],
  ['PATCH', '/mode'],
];

function gateOf(method: string, template: string): Gate {
  return expectedGates[`${method} ${template}`] ?? (method === 'GET' ? 'Viewer' : 'nobody');
}

function weakestRole(method: string, apiPath: string): string {
  const match = matchRoute(plugin.routes, method, `${api}${apiPath}`);
  if (match === undefined) {
    return 'nobody';
  }
  for (const role of ['Viewer', 'Editor', 'Admin'] as const) {
    if (mayPass(match.route, role, grantedActions(plugin.roles, role))) {
      return role;
    }
  }
  return 'nobody';
}

describe('routes of plugin.json', () => {
  it.each(operations.map(({ method, path: template }) => [method.toUpperCase(), template] as const))(
    'gates %s %s of the runner as agreed',
    (method, template) => {
      expect(weakestRole(method, template.replaceAll(/\{\w+\}/g, 'x1'))).toBe(gateOf(method, template));
    }
  );

  it.each(Object.entries(expectedGates))('opens %s from %s on', (call, gate) => {
    const [method = '', template = ''] = call.split(' ');
    expect(weakestRole(method, template.replaceAll(/\{\w+\}/g, 'x1'))).toBe(gate);
  });

  it.each(refusedCalls)('has no route for %s %s', (method, apiPath) => {
    expect(weakestRole(method, apiPath)).toBe('nobody');
  });

  it.each(plugin.routes.map((route) => [`${route.method ?? ''} ${route.path}`, route] as const))(
    '%s has a valid gate, one method and the secret',
    (_name, route) => {
      const isRole = ['Viewer', 'Editor', 'Admin'].includes(route.reqRole ?? '');
      const isAction = declaredActions.includes(route.reqAction ?? '');
      expect(isRole || isAction).toBe(true);
      expect(['GET', 'POST', 'PUT']).toContain(route.method);
      expect(route.headers).toEqual([{ name: 'Authorization', content: 'Bearer {{ .SecureJsonData.apiToken }}' }]);
    }
  );

  it('sends each path on to the same path of the runner', () => {
    for (const route of plugin.routes) {
      expect(route.url).toBe(`{{ .JsonData.apiUrl }}/${route.path.replace(/\/\*$/, '')}`);
    }
  });

  it('lets only decisions and delegations through to a Viewer who writes', () => {
    const open = plugin.routes.filter(({ method, reqRole }) => method !== 'GET' && reqRole === 'Viewer');
    expect(open.map((route) => route.path).sort()).toEqual([
      'api/ai-cos/actions/*',
      'api/ai-cos/delegations',
      'api/ai-cos/delegations/*',
    ]);
  });
});

describe('ids and extensions', () => {
  it('uses the ids the code calls by', () => {
    expect(plugin.id).toBe(appId);
    for (const [folder, id] of Object.entries(panelIds)) {
      expect(readJson<PluginJson>('panels', folder, 'plugin.json').id).toBe(id);
      expect(plugin.includes).toContainEqual(
        expect.objectContaining({ type: 'panel', path: `panels/${folder}/plugin.json` })
      );
    }
  });

  it('declares the actions the interface asks for, each under the name of the app', () => {
    expect(declaredActions.sort()).toEqual(Object.values(grafanaActions).sort());
    for (const action of declaredActions) {
      expect(action.startsWith(`${appId}.`)).toBe(true);
    }
  });

  it('names every link registered in module.tsx, with a title Grafana accepts', () => {
    const module = readFileSync(path.join(source, 'module.tsx'), 'utf8');
    for (const { title } of plugin.extensions.addedLinks) {
      expect(title.length).toBeGreaterThanOrEqual(10);
      expect(module).toContain(`title: '${title}'`);
    }
    expect(module.match(/\.addLink\(/g)).toHaveLength(plugin.extensions.addedLinks.length);
  });

  it('gives every page a role', () => {
    for (const include of plugin.includes.filter(({ type }) => type === 'page')) {
      expect(['Viewer', 'Editor', 'Admin']).toContain(include.role);
    }
  });
});
