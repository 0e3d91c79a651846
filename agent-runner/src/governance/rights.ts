import type { Pole } from '@ai-cos/catalog';
import type { Right } from '../contract/index.ts';
import { isAdmin, type Actor } from '../identity/actor.ts';

const ALLOWED: Right = { allowed: true, whyNot: null };

function missing(whyNot: string): Right {
  return { allowed: false, whyNot };
}

/** Somebody whom the people file lets decide something. */
export function mayDecideAnything(actor: Actor): Right {
  if (actor.kind === 'anonymous') return missing('Sign in to decide.');
  if (actor.kind === 'service') return missing('The people file does not name you, and service accounts never decide.');
  if (!actor.active) return missing('You are no longer active in the people file.');
  return actor.groups.length > 0 ? ALLOWED : missing('You are in no group that decides.');
}

/** Opening an event: approvers, services, and in an open demo everybody. */
export function mayCreateEvents(actor: Actor, { openDemo }: { openDemo: boolean }): Right {
  if (openDemo || actor.kind === 'service') return ALLOWED;
  return mayDecideAnything(actor);
}

export function adminOnly(actor: Actor, what: string): Right {
  return isAdmin(actor) ? ALLOWED : missing(`Only an admin may ${what}.`);
}

/** Anybody who decides may stop everything; only an admin starts it again. */
export function maySwitch(actor: Actor, engage: boolean): Right {
  return engage ? mayDecideAnything(actor) : adminOnly(actor, 'release the kill switch');
}

export function mayPauseAgent(actor: Actor, pole: Pole | null): Right {
  if (isAdmin(actor)) return ALLOWED;
  const inPole = actor.kind === 'person' && actor.active && pole !== null && actor.groups.includes(`pole:${pole}`);
  return inPole ? ALLOWED : missing('Only approvers of the pole of the agent and admins may pause it.');
}

/** The audit log names who decided what: for everybody the people file lets decide. */
export function mayReadAudit(actor: Actor, { openDemo }: { openDemo: boolean }): Right {
  return openDemo ? ALLOWED : mayDecideAnything(actor);
}
