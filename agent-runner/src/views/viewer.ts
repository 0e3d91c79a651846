import { kpis, type Company, type KpiId } from '@ai-cos/catalog';
import type { Db } from '@ai-cos/service-kit';
import { decidingActor } from '../approvals/decide-action.ts';
import type { DecidingActor } from '../approvals/guard.ts';
import { wallNow } from '../approvals/wall-time.ts';
import type { Policy } from '../governance/policy.ts';
import type { Actor } from '../identity/actor.ts';

/** Who looks at something, with what the guard needs to say whether they may decide it. */
export interface Viewer {
  readonly deciding: DecidingActor;
  readonly now: Date;
  readonly policy: Policy;
  readonly company: Company;
}

export async function viewerOf(
  db: Db,
  actor: Actor,
  { policy, company }: { policy: Policy; company: Company }
): Promise<Viewer> {
  return { deciding: await decidingActor(db, actor), now: await wallNow(db), policy, company };
}

/** Restricted figures are for admins and the pole they belong to. */
export function maySeeRestricted(actor: Actor, kpiId: KpiId): boolean {
  if (actor.kind !== 'person' || !actor.active) return false;
  return actor.groups.includes('admin') || actor.groups.includes(`pole:${kpis[kpiId].pole}`);
}
