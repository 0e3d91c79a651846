import type { Clock, Pool } from '@ai-cos/service-kit';
import { engageKillSwitch } from './kill-switch.ts';
import type { Policy } from './policy.ts';

/** Where the policy says so, a start that finds actions in flight stops everything until a person has looked. */
export async function stopAfterCrash({
  pool,
  clock,
  policy,
}: {
  pool: Pool;
  clock: Clock;
  policy: Policy;
}): Promise<boolean> {
  if (!policy.killSwitchAfterCrash) return false;
  const { rows } = await pool.query<{ inFlight: number }>(
    `SELECT count(*)::int AS "inFlight" FROM ai_cos_actions WHERE state = 'executing' AND lease_until IS NOT NULL`
  );
  const inFlight = rows[0]?.inFlight ?? 0;
  if (inFlight === 0) return false;
  const reason = `${String(inFlight)} actions were in flight when the runner started`;
  await engageKillSwitch({ pool, clock }, { reason, by: 'system', route: 'start' });
  return true;
}
