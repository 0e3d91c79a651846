import { hasPermission } from '@grafana/runtime';
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

export function permissionOf(me: Me, right: RightName, hasGrafanaAction: (action: string) => boolean): Permission {
  const action = gatedInGrafana[right];
  if (action !== undefined && !hasGrafanaAction(action)) {
    return { allowed: false, whyNot: `Grafana does not give you ${action}; ask an administrator for the role Operator` };
  }
  return me.rights[right];
}

/** One place that says what the person may do and, if not, why. */
export function usePermission(right: RightName): Permission {
  const { data, isPending } = useMe();
  if (data === undefined) {
    return { allowed: false, whyNot: isPending ? 'your rights are being read' : 'your rights could not be read' };
  }
  return permissionOf(data, right, hasPermission);
}
