import { readFileSync } from 'node:fs';
import path from 'node:path';
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

/** Method, path and who passes Grafana's gate; the runner checks again. `nobody` means no route at all. */
const expectedGates: Array<[string, string, 'Viewer' | 'Editor' | 'Admin' | 'nobody']> = [
  ['PUT', '/mode', 'Admin'],
  ['PUT', '/kill-switch', 'Admin'],
  ['POST', '/agents/ia-cto/pause', 'Admin'],
  ['POST', '/agents/ia-cto/resume', 'Admin'],
  ['POST', '/actions/decisions', 'Viewer'],
  ['POST', '/actions/a1/decisions', 'Viewer'],
  ['POST', '/actions/a1/revisions', 'Viewer'],
  ['POST', '/actions/a1/withdraw', 'Viewer'],
  ['POST', '/actions/a1/rollback', 'Viewer'],
  ['POST', '/actions/a1/resolve', 'Viewer'],
  ['POST', '/actions/a1/task', 'Viewer'],
  ['POST', '/delegations', 'Viewer'],
  ['POST', '/delegations/d1/revoke', 'Viewer'],
  ['POST', '/events', 'Editor'],
  ['POST', '/events/simulate', 'Editor'],
  ['POST', '/simulations', 'Editor'],
  ['POST', '/simulations/s1/cancel', 'Editor'],
  ['POST', '/simulations/s1/proposal', 'Editor'],
  ['POST', '/simulations/optimise', 'Editor'],
  ['POST', '/snapshots', 'Editor'],
  ['GET', '/audit', 'Admin'],
  ['GET', '/audit/verify', 'Admin'],
  ['GET', '/me', 'Viewer'],
  ['GET', '/actions', 'Viewer'],
  ['GET', '/actions/a1', 'Viewer'],
  ['GET', '/coordination/events/e1', 'Viewer'],
  ['GET', '/kpis/runway/history', 'Viewer'],
  ['GET', '/stream', 'Viewer'],
  ['POST', '/webhooks/alertmanager', 'nobody'],
  ['PUT', '/actions/a1', 'nobody'],
  ['DELETE', '/delegations/d1', 'nobody'],
  ['POST', '/me', 'nobody'],
];

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
  it.each(expectedGates)('%s %s is open from %s on', (method, apiPath, role) => {
    expect(weakestRole(method, apiPath)).toBe(role);
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
      expect(plugin.includes).toContainEqual(expect.objectContaining({ type: 'panel', path: `panels/${folder}/plugin.json` }));
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
