import type { Db } from '@ai-cos/service-kit';
import type { TrackRecord } from '../contract/index.ts';

export const noRecord: TrackRecord = {
  proposed: 0,
  approved: 0,
  rejected: 0,
  executed: 0,
  verified: 0,
  ineffective: 0,
  harmful: 0,
  unverifiable: 0,
};

/** What became of proposals, per agent or per squad; one action counts once, whatever its revisions. */
export async function trackRecords(db: Db, by: 'agent_id' | 'squad_id'): Promise<Map<string, TrackRecord>> {
  const { rows } = await db.query<TrackRecord & { key: string }>(
    `SELECT ${by} AS key, count(*)::int AS proposed,
            count(*) FILTER (WHERE approved_digest IS NOT NULL)::int AS approved,
            count(*) FILTER (WHERE state = 'rejected')::int AS rejected,
            count(*) FILTER (WHERE executed_as_of IS NOT NULL)::int AS executed,
            count(*) FILTER (WHERE verdict = 'verified')::int AS verified,
            count(*) FILTER (WHERE verdict = 'ineffective')::int AS ineffective,
            count(*) FILTER (WHERE verdict = 'harmful')::int AS harmful,
            count(*) FILTER (WHERE verdict = 'unverifiable')::int AS unverifiable
       FROM ai_cos_actions a
       LEFT JOIN LATERAL (SELECT o.verdict FROM ai_cos_outcomes o WHERE o.action_id = a.id AND o.scope = 'action'
                           ORDER BY o.decided_at DESC LIMIT 1) AS last ON true
      WHERE a.state <> 'superseded' AND a.${by} IS NOT NULL GROUP BY 1`
  );
  return new Map(rows.map(({ key, ...record }) => [key, record]));
}
