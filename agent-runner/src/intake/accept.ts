import type { Db } from '@ai-cos/service-kit';
import type { WebhookAnswer } from '../contract/index.ts';
import type { TraceContext } from '../telemetry/tracing.ts';
import type { InboxRow } from './inbox-row.ts';

/** Always fires while the alert pipeline lives; it opens no event. */
export const WATCHDOG = 'Watchdog';

export interface Delivery {
  source: string;
  receiver: string | null;
  groupKey: string | null;
  rows: readonly InboxRow[];
  traceContext: TraceContext | null;
}

/** Label hash, start, status and reopen number make a row; a repeat only counts. */
const ACCEPT = `
WITH input AS (
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS x (
    "labelHash" text, "startsAt" timestamptz, "endsAt" timestamptz, status text, fingerprint text, "alertName" text,
    "kpiId" text, labels jsonb, annotations jsonb, "quarantineReason" text, raw text, reopen int)),
stored AS (
  INSERT INTO ai_cos_alert_inbox (source, label_hash, starts_at, status, reopen, receiver, group_key, fingerprint,
    alert_name, kpi_id, labels, annotations, ends_at, quarantine_reason, raw, trace_context, processed_at)
  SELECT $2, "labelHash", "startsAt", status,
         coalesce(reopen, (SELECT max(e.reopen) FROM ai_cos_episodes e
                            WHERE e.label_hash = "labelHash" AND e.starts_at = "startsAt"), 0),
         $3, $4, fingerprint, "alertName", "kpiId", labels, annotations, "endsAt", "quarantineReason",
         decode(raw, 'base64'), $5,
         CASE WHEN status = 'quarantined' OR "alertName" = '${WATCHDOG}' THEN clock_timestamp() END
    FROM input
  ON CONFLICT (source, label_hash, starts_at, status, reopen)
    DO UPDATE SET last_seen_at = clock_timestamp(), seen_count = ai_cos_alert_inbox.seen_count + 1
  RETURNING id, status, alert_name, seen_count = 1 AS fresh),
noted AS (
  INSERT INTO ai_cos_audit_log (event, ref, actor, route, detail, deferred)
  SELECT 'alert.' || status, id, $2, 'webhook', jsonb_build_object('alert', alert_name), true FROM stored WHERE fresh),
told AS (
  INSERT INTO ai_cos_outbox (topic, ref) SELECT 'event', NULL FROM stored WHERE fresh AND status <> 'quarantined'),
beat AS (
  INSERT INTO ai_cos_heartbeats (source) SELECT $2 FROM stored WHERE alert_name = '${WATCHDOG}' AND status = 'firing' LIMIT 1
  ON CONFLICT (source) DO UPDATE SET last_seen_at = clock_timestamp())
SELECT count(*) FILTER (WHERE fresh AND status <> 'quarantined')::int AS accepted,
       count(*) FILTER (WHERE NOT fresh)::int AS repeated,
       count(*) FILTER (WHERE fresh AND status = 'quarantined')::int AS quarantined FROM stored`;

/** Stores a whole delivery in one statement: after it returns, every alert of it is on disk. */
export async function acceptDelivery(db: Db, delivery: Delivery): Promise<WebhookAnswer> {
  const rows = withoutDoubles(delivery.rows);
  if (rows.length === 0) return { accepted: 0, repeated: 0, quarantined: 0 };
  const { rows: answers } = await db.query<WebhookAnswer>({
    name: 'accept-delivery',
    text: ACCEPT,
    values: [JSON.stringify(rows), delivery.source, delivery.receiver, delivery.groupKey, delivery.traceContext],
  });
  return answers[0] ?? { accepted: 0, repeated: 0, quarantined: 0 };
}

/** One statement cannot touch a row twice, so equal alerts of one delivery count once. */
function withoutDoubles(rows: readonly InboxRow[]): InboxRow[] {
  const byKey = new Map<string, InboxRow>();
  for (const row of rows) byKey.set(`${row.labelHash} ${row.startsAt} ${row.status}`, row);
  return [...byKey.values()];
}
