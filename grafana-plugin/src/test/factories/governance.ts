import type { AuditEntry, KillSwitchView, ModeView, Snapshot } from '@ai-cos/agent-runner/contract';
import { kpiIds, kpis } from '@ai-cos/catalog/kpis';
import { businessDaysAgo, businessNow, digestOf, idOf, wallNow } from './ids.ts';

export function makeMode(part: Partial<ModeView> = {}): ModeView {
  return {
    mode: 'assisted',
    since: wallNow,
    changedBy: 'system',
    reason: 'initial mode',
    wouldRunAlone: {
      safe: [{ actionType: 'silence-alert', why: 'reversible, low risk, within the blast limit' }],
      assisted: [],
      'auto-drive': [
        { actionType: 'silence-alert', why: 'reversible, low risk, within the blast limit' },
        { actionType: 'raise-budget', why: 'lower bound of trust 0.83 after 21 verdicts' },
      ],
      forecast: [],
    },
    history: [{ mode: 'assisted', at: wallNow, by: 'system', reason: 'initial mode' }],
    ...part,
  };
}

export function makeKillSwitch(part: Partial<KillSwitchView> = {}): KillSwitchView {
  return { engaged: false, since: null, by: null, reason: null, ...part };
}

export function makeSnapshot(number: number, part: Partial<Snapshot> = {}): Snapshot {
  const values = Object.fromEntries(kpiIds.map((id) => [id, kpis[id].target]));
  return {
    id: idOf('snapshot', number),
    createdAt: wallNow,
    createdAsOf: businessDaysAgo(number),
    mode: 'assisted',
    kpis: values,
    globalHealth: 0.91,
    confidence: 0.9,
    risk: 0.2,
    ...part,
  };
}

export function makeAuditEntry(seq: number, part: Partial<AuditEntry> = {}): AuditEntry {
  return {
    seq,
    at: wallNow,
    asOf: businessNow,
    event: 'action.approved',
    actor: 'Ada Approver',
    route: 'grafana',
    ref: idOf('action', 4),
    detail: { quorum: 1 },
    hash: digestOf(seq),
    ...part,
  };
}
