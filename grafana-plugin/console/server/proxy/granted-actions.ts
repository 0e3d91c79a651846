import type { OrgRole } from '../identity/personas.ts';

export interface PluginRole {
  role: { name: string; permissions: ReadonlyArray<{ action: string }> };
  grants: readonly string[];
}

const includedRoles: Record<OrgRole, readonly string[]> = {
  Viewer: ['Viewer'],
  Editor: ['Viewer', 'Editor'],
  Admin: ['Viewer', 'Editor', 'Admin'],
};

/** Actions a basic role carries by plugin.json's `roles`, plus access to the app itself. */
export function grantedActions(roles: readonly PluginRole[], orgRole: OrgRole): Set<string> {
  const actions = new Set(['plugins.app:access']);
  for (const { role, grants } of roles) {
    if (!grants.some((grant) => includedRoles[orgRole].includes(grant))) {
      continue;
    }
    for (const permission of role.permissions) {
      actions.add(permission.action);
    }
  }
  return actions;
}
