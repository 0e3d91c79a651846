import { OrgRole, type PluginInclude } from '@grafana/data';
import { config } from '@grafana/runtime';
import type { PluginSettings } from '../boot-data.ts';

export interface NavLink {
  text: string;
  path: string;
  icon: string;
}

const ranks: Record<string, number> = { [OrgRole.Viewer]: 1, [OrgRole.Editor]: 2, [OrgRole.Admin]: 3 };

function isVisible(include: PluginInclude): boolean {
  const { orgRole, permissions } = config.bootData.user;
  if (include.action !== undefined) {
    return permissions?.[include.action] === true;
  }
  return (ranks[orgRole] ?? 0) >= (ranks[include.role ?? OrgRole.Viewer] ?? 0);
}

/** The left navigation comes from plugin.json, filtered as Grafana does it. */
export function navLinks(meta: PluginSettings): NavLink[] {
  const links: NavLink[] = [];
  for (const include of meta.includes ?? []) {
    if (include.type === 'page' && include.addToNav === true && include.path !== undefined && isVisible(include)) {
      links.push({ text: include.name, path: include.path, icon: include.icon ?? 'circle' });
    }
  }
  return links;
}
