import type { ActionRow } from '../actions/types.ts';

const WAITING_LIMIT_MS = 30 * 86_400_000;

/**
 * How long an approval holds. For a step that waits for others the time starts when these are done: until then a long
 * limit stands in, which the expiry sweep shortens.
 */
export function approvalValidity({ expiresInMinutes, dependsOn }: ActionRow): { inMs: number } {
  return { inMs: dependsOn.length === 0 ? expiresInMinutes * 60_000 : WAITING_LIMIT_MS };
}
