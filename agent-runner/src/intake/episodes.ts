import type { Db } from '@ai-cos/service-kit';
import { enqueueOutbox } from '../outbox/enqueue.ts';
import type { EpisodeAlert } from '../events/episode-alert.ts';

interface EpisodeRef {
  id: string;
  eventId: string | null;
  status: 'firing' | 'resolved';
  sameKey: boolean;
}

/** The episode of exactly this firing, and the one that fires now for the same labels. */
export async function findEpisodes(
  db: Db,
  { labelHash, startsAt, reopen }: EpisodeAlert
): Promise<{ same: EpisodeRef | undefined; firing: EpisodeRef | undefined }> {
  const { rows } = await db.query<EpisodeRef>(
    `SELECT id, event_id AS "eventId", status, starts_at = $2 AND reopen = $3 AS "sameKey" FROM ai_cos_episodes
      WHERE label_hash = $1 AND (status = 'firing' OR (starts_at = $2 AND reopen = $3))`,
    [labelHash, startsAt, reopen]
  );
  return {
    same: rows.find(({ sameKey }) => sameKey),
    firing: rows.find(({ status }) => status === 'firing'),
  };
}

export async function openEpisode(
  db: Db,
  alert: EpisodeAlert,
  { asOf, status }: { asOf: Date; status: 'firing' | 'resolved' }
): Promise<string> {
  const { rows } = await db.query<{ id: string }>(
    `INSERT INTO ai_cos_episodes (label_hash, starts_at, reopen, alert_name, kpi_id, severity, labels, annotations, status,
                                  opened_as_of, resolved_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, CASE WHEN $9 = 'resolved' THEN clock_timestamp() END)
     RETURNING id`,
    [
      alert.labelHash,
      alert.startsAt,
      alert.reopen,
      alert.alertName,
      alert.kpiId,
      alert.labels['severity'] ?? 'warning',
      JSON.stringify(alert.labels),
      JSON.stringify(alert.annotations),
      status,
      asOf,
    ]
  );
  const row = rows[0];
  if (row === undefined) throw new Error(`no episode was stored for ${alert.alertName}`);
  return row.id;
}

export async function joinEpisode(db: Db, { id }: EpisodeRef): Promise<string> {
  await db.query(
    'UPDATE ai_cos_episodes SET last_seen_at = clock_timestamp(), seen_count = seen_count + 1 WHERE id = $1',
    [id]
  );
  return id;
}

/** Ends the episode, not the event: recovery is proven by the KPI, never by a resolved notification. */
export async function resolveEpisode(db: Db, { id, eventId }: EpisodeRef, { endsAt }: EpisodeAlert): Promise<string> {
  await db.query(
    `UPDATE ai_cos_episodes SET status = 'resolved', resolved_at = coalesce(resolved_at, $2, clock_timestamp()),
            last_seen_at = clock_timestamp() WHERE id = $1`,
    [id, endsAt]
  );
  if (eventId !== null) await enqueueOutbox(db, { topic: 'event', ref: eventId });
  return id;
}
