import type { Db, Logger } from '@ai-cos/service-kit';
import { createHmac } from 'node:crypto';
import { appendFile } from 'node:fs/promises';
import type { Sweep } from '../dispatch/sweeper.ts';

export interface AnchorOptions {
  db: Db;
  log: Logger;
  file: string;
  /** Key of the signature; whoever can rewrite the database must not have it. */
  key: string;
  onHead: (seq: number) => void;
}

/** Writes the head of the chain to a file outside the database whenever it moved: a rewritten chain no longer fits it. */
export function anchorSweep({ db, log, file, key, onHead }: AnchorOptions): Sweep {
  let last = -1;
  return async () => {
    const { rows } = await db.query<{ seq: number; hash: string; at: Date }>(
      'SELECT seq::int, hash, clock_timestamp() AS at FROM ai_cos_audit_head'
    );
    const head = rows[0];
    if (head === undefined || head.seq === last || head.seq === 0) return 0;
    const signature = createHmac('sha256', key)
      .update(`${String(head.seq)} ${head.hash}`)
      .digest('hex');
    await appendFile(file, `${JSON.stringify({ ...head, signature })}\n`, { mode: 0o600 });
    await db.query(
      'INSERT INTO ai_cos_audit_anchors (seq, hash, signature) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
      [head.seq, head.hash, signature]
    );
    log.debug({ seq: head.seq }, 'audit head anchored');
    onHead(head.seq);
    last = head.seq;
    return 1;
  };
}
