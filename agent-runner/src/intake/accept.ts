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
  rows: readonly (InboxRow & { reopen?: number })[];
  traceContext: TraceContext | null;
}

/** A row with the delivery it came in first; `seen` counts its doubles. */
interface AcceptRow extends InboxRow {
  seen: number;
  source: string;
  receiver: string | null;
  groupKey: string | null;
  traceContext: string | null;
}

/** Label hash, start, status and reopen number make a row; a repeat only counts. */
const acceptStatement = (heartbeat: string): string => `
WITH stored AS (
  INSERT INTO ai_cos_alert_inbox AS known (source, label_hash, starts_at, status, reopen, receiver, group_key, fingerprint,
    alert_name, kpi_id, labels, annotations, ends_at, quarantine_reason, raw, trace_context, processed_at, seen_count)
  SELECT source, "labelHash", "startsAt", status,
         coalesce(reopen, (SELECT max(e.reopen) FROM ai_cos_episodes e
                            WHERE e.label_hash = "labelHash" AND e.starts_at = "startsAt"), 0),
         receiver, "groupKey", fingerprint, "alertName", "kpiId", labels, annotations, "endsAt", "quarantineReason",
         decode(raw, 'base64'), "traceContext",
         CASE WHEN status = 'quarantined' OR "alertName" = '${WATCHDOG}' THEN clock_timestamp() END, seen
    FROM jsonb_to_recordset($1::jsonb) AS x (
      seen int, source text, receiver text, "groupKey" text, "traceContext" text, "labelHash" text, "startsAt" timestamptz,
      "endsAt" timestamptz, status text, fingerprint text, "alertName" text, "kpiId" text, labels jsonb, annotations jsonb,
      "quarantineReason" text, raw text, reopen int)
  ON CONFLICT (source, label_hash, starts_at, status, reopen)
    DO UPDATE SET last_seen_at = clock_timestamp(), seen_count = known.seen_count + excluded.seen_count
  RETURNING id, source, label_hash, starts_at, status, alert_name, xmax = 0 AS fresh),
noted AS (
  INSERT INTO ai_cos_audit_log (event, actor, route, detail, deferred)
  SELECT 'alerts.received', min(source), 'webhook',
         jsonb_build_object('alerts', jsonb_agg(jsonb_build_object('id', id, 'alert', alert_name, 'status', status))), true
    FROM stored WHERE fresh HAVING count(*) > 0),
told AS (
  INSERT INTO ai_cos_outbox (topic, ref) SELECT 'event', NULL FROM stored WHERE fresh AND status <> 'quarantined' LIMIT 1)${heartbeat}
SELECT source, label_hash AS "labelHash", status, floor(extract(epoch FROM starts_at) * 1000)::float8 AS "startsAtMs"
  FROM stored WHERE fresh`;

/** Only deliveries with a Watchdog touch the heartbeat: every other one is spared the work. */
const HEARTBEAT = `,
beat AS (
  INSERT INTO ai_cos_heartbeats (source) SELECT source FROM stored WHERE alert_name = '${WATCHDOG}' AND status = 'firing' LIMIT 1
  ON CONFLICT (source) DO UPDATE SET last_seen_at = clock_timestamp())`;
const STATEMENTS = {
  alerts: { name: 'accept-alerts', text: acceptStatement('') },
  watchdog: { name: 'accept-watchdog', text: acceptStatement(HEARTBEAT) },
};

/** Stores a whole delivery in one statement: after it returns, every alert of it is on disk. */
export async function acceptDelivery(db: Db, delivery: Delivery): Promise<WebhookAnswer> {
  const [answer] = await acceptDeliveries(db, [delivery]);
  return answer ?? { accepted: 0, repeated: 0, quarantined: 0 };
}

/** Stores several deliveries in one statement, all or nothing; answers each for itself. */
export async function acceptDeliveries(db: Db, deliveries: readonly Delivery[]): Promise<WebhookAnswer[]> {
  const rows = mergedRows(deliveries);
  if (rows.size === 0) return deliveries.map(() => ({ accepted: 0, repeated: 0, quarantined: 0 }));
  const all = [...rows.values()];
  const statement = all.some(({ alertName }) => alertName === WATCHDOG) ? STATEMENTS.watchdog : STATEMENTS.alerts;
  const { rows: fresh } = await db.query<RowKey>({ ...statement, values: [JSON.stringify(all)] });
  return answersOf(deliveries, new Set(fresh.map(textOf)));
}

/** What tells rows of one statement apart; milliseconds are what both sides read alike. */
interface RowKey {
  source: string;
  labelHash: string;
  status: string;
  startsAtMs: number;
}

function textOf({ source, labelHash, status, startsAtMs }: RowKey): string {
  return `${source} ${labelHash} ${status} ${String(startsAtMs)}`;
}

function keyOf({ source }: Delivery, { labelHash, startsAt, status }: InboxRow): string {
  return textOf({ source, labelHash, status, startsAtMs: Math.floor(Date.parse(startsAt)) });
}

/** One statement cannot touch a row twice, so equal alerts become one row that counts them. */
function mergedRows(deliveries: readonly Delivery[]): Map<string, AcceptRow> {
  const merged = new Map<string, AcceptRow>();
  for (const delivery of deliveries) {
    const { source, receiver, groupKey, traceContext } = delivery;
    for (const row of delivery.rows) {
      const key = keyOf(delivery, row);
      const known = merged.get(key);
      if (known === undefined) merged.set(key, { ...row, seen: 1, source, receiver, groupKey, traceContext });
      else known.seen += 1;
    }
  }
  return merged;
}

/** The first delivery that brought a new row accepted it, every other one repeats it. */
function answersOf(deliveries: readonly Delivery[], fresh: Set<string>): WebhookAnswer[] {
  return deliveries.map((delivery) => {
    const answer = { accepted: 0, repeated: 0, quarantined: 0 };
    for (const row of delivery.rows) {
      if (!fresh.delete(keyOf(delivery, row))) answer.repeated += 1;
      else if (row.status === 'quarantined') answer.quarantined += 1;
      else answer.accepted += 1;
    }
    return answer;
  });
}
