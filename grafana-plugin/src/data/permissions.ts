import { config, hasPermission } from '@grafana/runtime';
import type { Me } from '@ai-cos/agent-runner/contract';
import { grafanaActions } from '../constants.ts';
import { useMe } from './me.ts';

export interface Permission {
  allowed: boolean;
  /** What a disabled button says. */
  whyNot: string | null;
}

export type RightName = keyof Me['rights'];

const gatedInGrafana: Partial<Record<RightName, string>> = {
  changeMode: grafanaActions.control,
  killSwitch: grafanaActions.control,
  pauseAgents: grafanaActions.agents,
};

/** Weakest Grafana role that the plugin's routes let through for a right. */
const roleInGrafana: Partial<Record<RightName, 'Editor' | 'Admin'>> = {
  createEvents: 'Editor',
  simulate: 'Editor',
  readAudit: 'Admin',
};

const rolesWith = { Editor: ['Editor', 'Admin'], Admin: ['Admin'] };

export interface GrafanaRights {
  role: string;
  hasAction: (action: string) => boolean;
}

export function permissionOf(me: Me, right: RightName, grafana: GrafanaRights): Permission {
  const action = gatedInGrafana[right];
  if (action !== undefined && !grafana.hasAction(action)) {
    return {
      allowed: false,
      whyNot: `Grafana does not give you ${action}; ask an administrator for the role Operator`,
    };
  }
  const role = roleInGrafana[right];
  if (role !== undefined && !rolesWith[role].includes(grafana.role)) {
    return { allowed: false, whyNot: `Grafana lets only the role ${role} do this; yours is ${grafana.role}` };
  }
  return me.rights[right];
}

/** One place that says what the person may do and, if not, why. */
export function usePermission(right: RightName): Permission {
  const { data, isPending } = useMe();
  if (data === undefined) {
    return { allowed: false, whyNot: isPending ? 'your rights are being read' : 'your rights could not be read' };
  }
  return permissionOf(data, right, { role: config.bootData.user.orgRole, hasAction: hasPermission });
}
