import type { Company } from '@ai-cos/catalog';
import { inTransaction, type Clock, type Db, type Pool } from '@ai-cos/service-kit';
import type { Dispatcher } from '../dispatch/dispatcher.ts';
import { attachEpisode } from '../events/attach-episode.ts';
import type { EpisodeAlert } from '../events/episode-alert.ts';
import { findEpisodes, joinEpisode, openEpisode, resolveEpisode } from './episodes.ts';

export interface ProcessOptions {
  pool: Pool;
  clock: Clock;
  company: Company;
  dispatcher: Pick<Dispatcher, 'send'>;
}

interface InboxEntry extends EpisodeAlert {
  id: string;
  status: 'firing' | 'resolved';
}

const BATCH = 100;
/** One processor at a time: two of them would open two events for two symptoms of one cause. */
const PROCESS_LOCK = 4_221_002;

/** Turns stored alerts into episodes and events; returns how many were handled. */
export async function processInbox(options: ProcessOptions): Promise<number> {
  return inTransaction(options.pool, async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [PROCESS_LOCK]);
    const { rows } = await tx.query<InboxEntry>(
      `SELECT id, status, label_hash AS "labelHash", starts_at AS "startsAt", reopen, alert_name AS "alertName",
              kpi_id AS "kpiId", labels, annotations, ends_at AS "endsAt", trace_context AS "traceContext"
         FROM ai_cos_alert_inbox WHERE processed_at IS NULL ORDER BY received_at, id LIMIT $1 FOR UPDATE SKIP LOCKED`,
      [BATCH]
    );
    for (const entry of rows) {
      const episodeId = await handle(tx, options, entry);
      await tx.query('UPDATE ai_cos_alert_inbox SET processed_at = clock_timestamp(), episode_id = $2 WHERE id = $1', [
        entry.id,
        episodeId,
      ]);
    }
    return rows.length;
  });
}

async function handle(tx: Db, options: ProcessOptions, entry: InboxEntry): Promise<string> {
  const asOf = options.clock.now();
  const { same, firing } = await findEpisodes(tx, entry);
  if (entry.status === 'resolved') {
    // Prometheus may have moved the start since: a resolved notice ends the firing episode of its labels.
    const ended = same ?? firing;
    if (ended !== undefined) return resolveEpisode(tx, ended, entry);
    return openEpisode(tx, entry, { asOf, status: 'resolved' });
  }
  if (firing !== undefined) return joinEpisode(tx, firing);
  // A firing notice for an ended episode is ambiguous (a late replica); the reconciler asks whether it still fires.
  if (same !== undefined) return joinEpisode(tx, same);
  const episodeId = await openEpisode(tx, entry, { asOf, status: 'firing' });
  await attachEpisode(tx, { ...options, asOf }, { ...entry, episodeId });
  return episodeId;
}
