import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Persona } from '../identity/personas.ts';
import { sendJson } from '../respond.ts';
import { forward } from './forward.ts';
import { forwardedHeaders } from './forwarded-headers.ts';
import { grantedActions, type PluginRole } from './granted-actions.ts';
import { matchRoute, mayPass, type PluginRoute, type RouteMatch } from './plugin-route.ts';
import { fillTemplate, type RouteSettings } from './template.ts';

export const proxyPrefix = '/api/plugin-proxy/aicos-app/';

export interface PluginProxyOptions {
  routes: readonly PluginRoute[];
  roles: readonly PluginRole[];
  settings: RouteSettings;
  identityOf: (persona: Persona) => Promise<string>;
}

function targetOf(match: RouteMatch, settings: RouteSettings, query: string): URL {
  const base = fillTemplate(match.route.url, settings);
  return new URL(match.rest === '' ? `${base}${query}` : `${base.replace(/\/$/, '')}/${match.rest}${query}`);
}

export function createPluginProxy(options: PluginProxyOptions) {
  const { routes, roles, settings, identityOf } = options;
  return async function proxy(request: IncomingMessage, response: ServerResponse, persona: Persona): Promise<void> {
    const [rawPath = '', ...queryParts] = (request.url ?? '').slice(proxyPrefix.length).split('?');
    const match = matchRoute(routes, request.method ?? 'GET', rawPath);
    if (match === undefined) {
      sendJson(response, 404, { message: 'plugin route match not found' });
      return;
    }
    if (!mayPass(match.route, persona.orgRole, grantedActions(roles, persona.orgRole))) {
      sendJson(response, 403, { message: 'plugin proxy route access denied' });
      return;
    }
    const added: Record<string, string> = { 'X-Grafana-Id': await identityOf(persona) };
    for (const header of match.route.headers ?? []) {
      added[header.name] = fillTemplate(header.content, settings);
    }
    const query = queryParts.length === 0 ? '' : `?${queryParts.join('?')}`;
    forward(request, response, targetOf(match, settings, query), forwardedHeaders(request.headers, added));
  };
}
