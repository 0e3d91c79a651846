import type { Db, Logger } from '@ai-cos/service-kit';
import { z } from 'zod';
import { acceptDelivery } from './accept.ts';
import { inboxRowOf, type InboxRow } from './inbox-row.ts';

const ActiveAlert = z.object({
  labels: z.record(z.string(), z.string()),
  annotations: z.record(z.string(), z.string()).default({}),
  startsAt: z.string(),
  endsAt: z.string().default('0001-01-01T00:00:00Z'),
  generatorURL: z.string().default(''),
  fingerprint: z.string(),
});

export interface Reconciler {
  /** Asks every Alertmanager what is active and stores what is missing; never throws. */
  run(): Promise<void>;
}

export interface ReconcilerOptions {
  db: Db;
  log: Logger;
  urls: readonly string[];
  wake: () => void;
}

/** Episodes Alertmanager no longer knows end after this time without a word (its resolved notice was lost). */
const SILENT_MINUTES = 10;

/** This, not the webhook, makes sure that no active alert stays unknown: notifications get lost, truncated and refused. */
export function createReconciler({ db, log, urls, wake }: ReconcilerOptions): Reconciler {
  return {
    async run() {
      const found: InboxRow[] = [];
      let complete = urls.length > 0;
      for (const url of urls) {
        try {
          found.push(...(await activeAlerts(url)));
        } catch (error) {
          complete = false;
          log.warn({ err: error, url }, 'Alertmanager does not answer');
        }
      }
      try {
        const rows = await withReopenNumbers(db, found);
        const { accepted } = await acceptDelivery(db, {
          source: 'alertmanager',
          receiver: null,
          groupKey: 'reconciler',
          rows,
          traceContext: null,
        });
        if (accepted > 0) wake();
        if (complete) await endForgotten(db, found);
      } catch (error) {
        log.error({ err: error }, 'reconciling failed');
      }
    },
  };
}

async function activeAlerts(baseUrl: string): Promise<InboxRow[]> {
  const url = new URL('/api/v2/alerts?active=true&silenced=false&inhibited=false&unprocessed=false', baseUrl);
  const response = await fetch(url, { signal: AbortSignal.timeout(5_000), redirect: 'error' });
  if (!response.ok) throw new Error(`${url.pathname} answered ${String(response.status)}`);
  const alerts = z.array(ActiveAlert).parse(await response.json());
  return alerts.map((alert) => inboxRowOf({ ...alert, status: 'firing', endsAt: '0001-01-01T00:00:00Z' }));
}

/** An alert that still fires although its episode ended starts a new one, under the next reopen number. */
async function withReopenNumbers(db: Db, rows: readonly InboxRow[]): Promise<(InboxRow & { reopen?: number })[]> {
  const { rows: ended } = await db.query<{ labelHash: string; startsAt: Date; reopen: number }>(
    `SELECT label_hash AS "labelHash", starts_at AS "startsAt", max(reopen) AS reopen FROM ai_cos_episodes
      WHERE label_hash = ANY ($1) GROUP BY 1, 2 HAVING bool_and(status = 'resolved')`,
    [rows.map(({ labelHash }) => labelHash)]
  );
  const endedAt = new Map(ended.map((row) => [`${row.labelHash} ${String(row.startsAt.getTime())}`, row.reopen]));
  return rows.map((row) => {
    const reopen = endedAt.get(`${row.labelHash} ${String(new Date(row.startsAt).getTime())}`);
    return reopen === undefined ? row : { ...row, reopen: reopen + 1 };
  });
}

async function endForgotten(db: Db, active: readonly InboxRow[]): Promise<void> {
  await db.query(
    `UPDATE ai_cos_episodes SET status = 'resolved', resolved_at = clock_timestamp()
      WHERE status = 'firing' AND NOT label_hash = ANY ($1)
        AND last_seen_at < clock_timestamp() - $2 * interval '1 minute'
        AND opened_at < clock_timestamp() - $2 * interval '1 minute'`,
    [active.map(({ labelHash }) => labelHash), SILENT_MINUTES]
  );
  await db.query(
    `UPDATE ai_cos_episodes SET last_seen_at = clock_timestamp() WHERE status = 'firing' AND label_hash = ANY ($1)`,
    [active.map(({ labelHash }) => labelHash)]
  );
}
