import { kpis, type Company, type KpiId } from '@ai-cos/catalog';
import type { ActionRow, ApprovalSlot } from '../actions/types.ts';
import type { DecidableAction } from './guard.ts';

/** An action as the guard sees it. */
export function decidable(action: ActionRow, company: Company): DecidableAction {
  return {
    ...action,
    slots: action.approvalSlots,
    expiresAt: action.approvalExpiresAt,
    evidence: evidenceOf(action.kpiIds, company),
  };
}

/** Per restricted KPI the groups that see it. */
function evidenceOf(kpiIds: readonly KpiId[], company: Company): ApprovalSlot[] {
  return kpiIds.filter((id) => isRestricted(id, company)).map((id) => [`pole:${kpis[id].pole}`, 'admin']);
}

export function isRestricted(id: KpiId, { sensitivity }: Company): boolean {
  return (sensitivity[id] ?? kpis[id].sensitivity) === 'restricted';
}
