import type { Db } from '@ai-cos/service-kit';

/** Any number, only equal everywhere: whoever opens events for KPIs does so one after the other. */
const EVENTS_LOCK = 4_221_003;

/** Held until the transaction ends, so that an alert and a snapshot of the same moment see each other's event. */
export async function lockEvents(db: Db): Promise<void> {
  await db.query('SELECT pg_advisory_xact_lock($1)', [EVENTS_LOCK]);
}
