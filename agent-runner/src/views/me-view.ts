import type { Company } from '@ai-cos/catalog';
import type { Clock, Db } from '@ai-cos/service-kit';
import { lentRights } from '../approvals/history.ts';
import type { Me } from '../contract/index.ts';
import { adminOnly, mayCreateEvents, mayDecideAnything, mayPauseAgent, mayReadAudit } from '../governance/rights.ts';
import type { Actor } from '../identity/actor.ts';

export interface MeOptions {
  company: Company;
  clock: Clock;
  openDemo: boolean;
  version: string;
}

export async function meView(db: Db, actor: Actor, { company, clock, openDemo, version }: MeOptions): Promise<Me> {
  const person = actor.kind === 'person' ? actor : undefined;
  const lent = person === undefined ? [] : await lentRights(db, person.personId);
  const pole = person?.groups.find((group) => group.startsWith('pole:'))?.slice('pole:'.length);
  const decides = mayDecideAnything(actor);
  return {
    personId: person?.personId ?? null,
    name: actor.name,
    kind: actor.kind,
    groups: [...(person?.groups ?? [])],
    delegatedFrom: lent.map(({ fromPersonId }) => fromPersonId),
    rights: {
      decide: lent.length > 0 && person?.active === true ? { allowed: true, whyNot: null } : decides,
      createEvents: mayCreateEvents(actor, { openDemo }),
      simulate: mayCreateEvents(actor, { openDemo }),
      changeMode: adminOnly(actor, 'change the mode'),
      killSwitch: decides,
      pauseAgents: mayPauseAgent(actor, (pole ?? null) as Parameters<typeof mayPauseAgent>[1]),
      readAudit: mayReadAudit(actor, { openDemo }),
      delegate: decides,
    },
    company: {
      name: company.name,
      simulated: company.simulated,
      currency: company.currency,
      timeZone: company.timeZone,
    },
    businessNow: clock.now().toISOString(),
    clockRate: clock.rate,
    version,
  };
}
