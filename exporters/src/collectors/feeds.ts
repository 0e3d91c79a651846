import { bindNames } from '../sql/parameters.ts';
import { failureReason } from '../sources/failure.ts';
import type { Ask, Source } from '../sources/source.ts';

/** The watermark of a feed: data is complete from `loadedFrom` to `loadedThrough` and good enough until `freshUntil`. */
export interface FeedState {
  readonly loadedThrough: Date;
  readonly freshUntil: Date;
  /** null: as far back as anybody asks. */
  readonly loadedFrom: Date | null;
}

export type Feeds = ReadonlyMap<string, FeedState>;

const feedQuery = bindNames(`
  SELECT
    feed,
    loaded_through,
    loaded_through + max_lag AS fresh_until,
    CASE WHEN isfinite(loaded_from) THEN loaded_from END AS loaded_from
  FROM source_feeds`);

interface FeedRow {
  readonly feed: string;
  readonly loaded_through: Date;
  readonly fresh_until: Date;
  readonly loaded_from: Date | null;
}

export async function readFeeds(ask: Ask): Promise<Feeds> {
  const rows = await ask<FeedRow>(feedQuery, {});
  return new Map(
    rows.map((row) => [
      row.feed,
      { loadedThrough: row.loaded_through, freshUntil: row.fresh_until, loadedFrom: row.loaded_from },
    ])
  );
}

/** The same in a transaction of its own. A database without `source_feeds` has no fresh feed; queries of the company need none. */
export async function feedsOf(source: Source): Promise<Feeds> {
  try {
    return await source.reading(readFeeds);
  } catch (error) {
    if (failureReason(error) === 'query_failed') return new Map();
    throw error;
  }
}

function isBlind(feed: FeedState | undefined, asOf: Date): boolean {
  return feed === undefined || asOf > feed.freshUntil || (feed.loadedFrom !== null && asOf < feed.loadedFrom);
}

/** The feeds that keep a KPI from being computed, by name: missing, late, or their history had not begun. */
export function blindFeeds(needed: readonly string[], feeds: Feeds, asOf: Date): readonly string[] {
  return needed.filter((feed) => isBlind(feeds.get(feed), asOf)).toSorted();
}

/** Business seconds between `asOf` and the watermark of each feed that has one. */
export function feedLags(needed: readonly string[], feeds: Feeds, asOf: Date): Readonly<Record<string, number>> {
  const lags: Record<string, number> = {};
  for (const feed of needed) {
    const state = feeds.get(feed);
    if (state !== undefined) lags[feed] = Math.max(0, (asOf.getTime() - state.loadedThrough.getTime()) / 1_000);
  }
  return lags;
}

/** The span in which every needed feed is complete; null while one of them is missing. */
export function coveredSpan(needed: readonly string[], feeds: Feeds): { from: Date | null; through: Date } | null {
  let from: Date | null = null;
  let through: Date | undefined;
  for (const name of needed) {
    const feed = feeds.get(name);
    if (feed === undefined) return null;
    if (feed.loadedFrom !== null && (from === null || feed.loadedFrom > from)) from = feed.loadedFrom;
    if (through === undefined || feed.loadedThrough < through) through = feed.loadedThrough;
  }
  return through === undefined ? null : { from, through };
}
