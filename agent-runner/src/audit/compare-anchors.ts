import type { Db } from '@ai-cos/service-kit';

export interface Anchor {
  seq: number;
  hash: string;
}

/** The first published head the chain no longer contains: it was rewritten, or the database is an older copy; null if none. */
export async function compareAnchors(db: Db, anchors: readonly Anchor[]): Promise<string | null> {
  const { rows } = await db.query<Anchor>(
    'SELECT seq::int, hash FROM ai_cos_audit_links WHERE seq = ANY ($1) ORDER BY seq',
    [anchors.map(({ seq }) => seq)]
  );
  const known = new Map(rows.map(({ seq, hash }) => [seq, hash]));
  for (const { seq, hash } of [...anchors].sort((left, right) => left.seq - right.seq)) {
    const found = known.get(seq);
    if (found === undefined) return `head ${String(seq)} was published, but the chain ends before it`;
    if (found !== hash) return `entry ${String(seq)} is not the one whose hash was published`;
  }
  return null;
}
