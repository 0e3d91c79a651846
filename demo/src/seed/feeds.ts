import type { Db } from '@ai-cos/service-kit';
import { isoOf, daySeconds } from '../twin/calendar.ts';

/** Feeds that exist only as long as sessions are kept. */
const sessionFeeds = ['sessions', 'carts', 'web_vitals', 'usage'];

/** Every feed a KPI needs is complete up to the end of the last written day. */
export async function writeFeeds(
  db: Db,
  span: { firstDay: number; firstSessionDay: number; endDay: number }
): Promise<void> {
  const at = (day: number): string => isoOf(day * daySeconds);
  await db.query(
    `INSERT INTO shop.source_feeds (feed, loaded_through, loaded_from)
     SELECT DISTINCT feed, $1::timestamptz, CASE WHEN feed = ANY($2) THEN $3::timestamptz ELSE $4::timestamptz END FROM shop.kpi_feeds`,
    [at(span.endDay), sessionFeeds, at(span.firstSessionDay), at(span.firstDay)]
  );
}
