import { bindNames } from '../sql/parameters.ts';
import type { Ask } from '../sources/source.ts';

/** The watermark of a feed as seen at one point of business time. */
export interface FeedState {
  readonly loadedThrough: Date;
  /** Late, or its history had not begun. */
  readonly blind: boolean;
  readonly loadedFrom: Date | null;
}

export type Feeds = ReadonlyMap<string, FeedState>;

const feedQuery = bindNames(`
  SELECT
    feed,
    loaded_through,
    loaded_through < :as_of - max_lag OR :as_of < loaded_from AS blind,
    CASE WHEN isfinite(loaded_from) THEN loaded_from END AS loaded_from
  FROM source_feeds`);

interface FeedRow {
  readonly feed: string;
  readonly loaded_through: Date;
  readonly blind: boolean;
  readonly loaded_from: Date | null;
}

/** All watermarks at `asOf`; a KPI whose feed is missing here or blind has no value, whatever its query returns. */
export async function readFeeds(ask: Ask, asOf: Date): Promise<Feeds> {
  const rows = await ask<FeedRow>(feedQuery, { as_of: asOf.toISOString() });
  return new Map(
    rows.map((row) => [row.feed, { loadedThrough: row.loaded_through, blind: row.blind, loadedFrom: row.loaded_from }])
  );
}

/** The feeds that keep a KPI from being computed, in order of their names. */
export function blindFeeds(needed: readonly string[], feeds: Feeds): readonly string[] {
  return needed.filter((feed) => feeds.get(feed)?.blind ?? true).toSorted();
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
