import type { ActionTypeId, AgentId, Company } from '@ai-cos/catalog';
import type { Clock, Db } from '@ai-cos/service-kit';
import type { Governance } from '../actions/propose.ts';
import type { EarnedTrust } from './autonomy.ts';
import { whyOnlySimulated } from './company-stages.ts';
import type { Policy } from './policy.ts';
import { loadSettings } from './settings.ts';

/** What every agent has earned, as of a business moment; answered by learning. */
export type TrustReader = (db: Db, asOf: Date) => Promise<(agent: AgentId, type: ActionTypeId) => EarnedTrust>;

export interface GovernanceOptions {
  policy: Policy;
  company: Company;
  clock: Clock;
  trust: TrustReader;
}

/** Reads the governance in force now: mode, breaker and earned trust from the database, policy and stages from files. */
export async function currentGovernance(
  db: Db,
  { policy, company, clock, trust }: GovernanceOptions
): Promise<Governance> {
  const settings = await loadSettings(db);
  return {
    mode: settings.mode,
    policy,
    breakerOpen: settings.breakerOpen,
    trustOf: await trust(db, clock.now()),
    whyOnlySimulated: (kpiIds) => whyOnlySimulated(company, kpiIds),
  };
}
