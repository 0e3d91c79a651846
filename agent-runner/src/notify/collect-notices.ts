import { isKpiId, type Company } from '@ai-cos/catalog';
import type { Db } from '@ai-cos/service-kit';
import { isRestricted } from '../approvals/decidable.ts';
import { noticeText, type NoticeKind } from './notice-text.ts';

interface Occasion {
  kind: NoticeKind;
  ref: string;
  eventId: string | null;
  title: string;
  kpiIds: string[];
  simulated: boolean;
  waiting: number;
}

/** One message per plan that waits for people, per escalated request and per effect that did harm. */
const OCCASIONS = `
  SELECT 'plan' AS kind, e.plan_id AS ref, e.id AS "eventId", e.title, e.kpi_ids AS "kpiIds", e.simulated,
         count(a.id)::int AS waiting
    FROM ai_cos_coordination_events e JOIN ai_cos_actions a ON a.event_id = e.id AND a.state = 'pending_approval'
   WHERE e.closed_at IS NULL AND e.plan_id IS NOT NULL GROUP BY e.id
  UNION ALL
  SELECT CASE WHEN a.state = 'harmful' THEN 'harmful' ELSE 'escalated' END, a.id, a.event_id, a.title, a.kpi_ids,
         a.simulated, 1
    FROM ai_cos_actions a
   WHERE a.state = 'harmful' OR (a.state = 'pending_approval' AND a.escalated_at IS NOT NULL)`;

/** Stores a message for every occasion that has none yet on a channel; returns how many are new. */
export async function collectNotices(
  db: Db,
  { channel, company, baseUrl }: { channel: string; company: Company; baseUrl: string | undefined }
): Promise<number> {
  const { rows } = await db.query<Occasion>(
    `SELECT o.* FROM (${OCCASIONS}) AS o WHERE NOT EXISTS (
       SELECT 1 FROM ai_cos_notifications n WHERE n.channel = $1 AND n.kind = o.kind AND n.ref = o.ref::text) LIMIT 50`,
    [channel]
  );
  for (const occasion of rows) {
    const hidden = occasion.kpiIds.some((id) => isKpiId(id) && isRestricted(id, company));
    const text = noticeText({ ...occasion, hidden, baseUrl });
    await db.query(
      `INSERT INTO ai_cos_notifications (channel, kind, ref, body) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
      [channel, occasion.kind, occasion.ref, JSON.stringify({ text })]
    );
  }
  return rows.length;
}
