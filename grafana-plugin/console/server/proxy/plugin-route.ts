import type { OrgRole } from '../identity/personas.ts';

export interface PluginRoute {
  path: string;
  method?: string;
  url: string;
  reqRole?: string;
  reqAction?: string;
  headers?: ReadonlyArray<{ name: string; content: string }>;
}

export interface RouteMatch {
  route: PluginRoute;
  /** What `/*` stood for; empty for an exact path. */
  rest: string;
}

const roleRank: Record<OrgRole, number> = { Viewer: 1, Editor: 2, Admin: 3 };

function isOrgRole(role: string): role is OrgRole {
  return Object.hasOwn(roleRank, role);
}

function restOf(pattern: string, path: string): string | undefined {
  if (!pattern.endsWith('/*')) {
    return pattern === path ? '' : undefined;
  }
  const prefix = pattern.slice(0, -1);
  return path.startsWith(prefix) && path.length > prefix.length ? path.slice(prefix.length) : undefined;
}

/** Grafana's rule: the first route whose method and path match decides; a denial does not try the next one. */
export function matchRoute(routes: readonly PluginRoute[], method: string, path: string): RouteMatch | undefined {
  for (const route of routes) {
    const anyMethod = route.method === undefined || route.method === '' || route.method === '*';
    if (!anyMethod && route.method !== method) {
      continue;
    }
    const rest = restOf(route.path, path);
    if (rest !== undefined) {
      return { route, rest };
    }
  }
  return undefined;
}

/** `reqAction` overrides `reqRole`; an unknown role name means no check, exactly as in Grafana (hence the contract test). */
export function mayPass(route: PluginRoute, role: OrgRole, actions: ReadonlySet<string>): boolean {
  if (route.reqAction !== undefined && route.reqAction !== '') {
    return actions.has(route.reqAction);
  }
  if (route.reqRole === undefined || !isOrgRole(route.reqRole)) {
    return true;
  }
  return roleRank[role] >= roleRank[route.reqRole];
}
