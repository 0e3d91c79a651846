import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inProcessBus } from '../src/bus/bus.ts';
import { createRelay } from '../src/outbox/relay.ts';
import { retentionSweep } from '../src/outbox/retention.ts';
import { insertProposal } from './_harness/proposals.ts';
import { startRunner, type TestRunner } from './_harness/runner.ts';

let runner: TestRunner;
beforeAll(async () => {
  runner = await startRunner();
});
afterAll(async () => {
  await runner.close();
});

interface Client {
  next(): Promise<{ id: number; topic: string; ref: string | null }>;
  close(): Promise<void>;
}

/** Reads server-sent events one by one; comments are skipped. */
async function connect(lastEventId?: number): Promise<Client> {
  const abort = new AbortController();
  const response = await fetch(`${runner.server.url}/api/ai-cos/stream`, {
    signal: abort.signal,
    headers: lastEventId === undefined ? {} : { 'last-event-id': String(lastEventId) },
  });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    async next() {
      for (;;) {
        const end = text.indexOf('\n\n');
        if (end >= 0) {
          const block = text.slice(0, end);
          text = text.slice(end + 2);
          const id = Number(/^id: (\d+)$/m.exec(block)?.[1]);
          const data = /^data: (.*)$/m.exec(block)?.[1];
          if (data !== undefined) return { id, ...(JSON.parse(data) as { topic: string; ref: string | null }) };
          continue;
        }
        const { value, done } = await reader.read();
        if (done) throw new Error('the stream ended');
        text += value;
      }
    },
    async close() {
      abort.abort();
      await reader.cancel().catch(() => undefined);
    },
  };
}

describe('the stream', () => {
  it('tells of changes as they are committed', async () => {
    const client = await connect();
    const action = await insertProposal(runner.context.pool);

    const message = await client.next();

    await client.close();
    expect(message).toMatchObject({ topic: 'action', ref: action.id });
  });

  it('replays what a client missed, without gap or repeat', async () => {
    const client = await connect();
    await insertProposal(runner.context.pool);
    const last = (await client.next()).id;
    await client.close();
    for (let made = 0; made < 3; made += 1) await insertProposal(runner.context.pool);
    await runner.context.relay.flush();

    const back = await connect(last);
    const ids: number[] = [];
    for (let read = 0; read < 7; read += 1) ids.push((await back.next()).id);

    await back.close();
    expect(ids).toEqual(ids.map((_id, index) => last + 1 + index));
  });

  it('says resync to a client whose past is no longer kept', async () => {
    const client = await connect(9_999_999);

    expect(await client.next()).toMatchObject({ topic: 'resync' });
    await client.close();
  });
});

describe('the relay', () => {
  it('numbers without gaps although several relays work at once', async () => {
    const { pool, log } = runner.context;
    const relays = [1, 2, 3].map(() => createRelay({ pool, bus: inProcessBus(), log, everyMs: 60_000 }));
    await Promise.all(Array.from({ length: 20 }, () => insertProposal(pool)));

    await Promise.all(relays.map((relay) => relay.flush()));
    await runner.context.relay.flush();

    const { rows } = await pool.query<{ gaps: string; waiting: string }>(
      `SELECT max(pub_seq) - count(pub_seq) AS gaps, count(*) FILTER (WHERE pub_seq IS NULL) AS waiting FROM ai_cos_outbox`
    );
    for (const relay of relays) await relay.close();
    expect(rows).toEqual([{ gaps: '0', waiting: '0' }]);
  });
});

describe('retention', () => {
  it('forgets old messages and keeps new ones and the numbering', async () => {
    const { pool, relay } = runner.context;
    await insertProposal(pool);
    await relay.flush();
    await pool.query(`UPDATE ai_cos_outbox SET created_at = clock_timestamp() - interval '2 days'`);
    await insertProposal(pool);
    await relay.flush();

    await retentionSweep(pool)();

    const { rows } = await pool.query<{ left: string; head: string; newest: string }>(
      `SELECT count(*) AS left, max(o.pub_seq) AS newest, (SELECT pub_seq FROM ai_cos_outbox_head) AS head FROM ai_cos_outbox o`
    );
    expect(rows[0]?.left).toBe('2');
    expect(rows[0]?.newest).toBe(rows[0]?.head);
  });
});
