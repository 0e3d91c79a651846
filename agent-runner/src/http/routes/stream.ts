import { Router, type Response } from 'express';
import type { Context } from '../../context.ts';
import type { PublishedMessage } from '../../outbox/stream-hub.ts';
import { handle } from '../handler.ts';

const HEARTBEAT_MS = 20_000;
/** A client that does not read this many bytes is cut; it comes back and replays what it missed. */
const MAX_BUFFERED_BYTES = 1_048_576;

/** `GET /stream`: server-sent events; `Last-Event-ID` resumes where the client stopped. */
export function streamRoutes({ stream }: Context): Router {
  const router = Router();
  router.get(
    '/stream',
    handle(async (request, response) => {
      response.writeHead(200, {
        'Content-Type': 'text/event-stream',
        'Cache-Control': 'no-cache, no-transform',
        Connection: 'keep-alive',
        'X-Accel-Buffering': 'no',
      });
      response.flushHeaders();
      const waiting: PublishedMessage[] = [];
      let live = false;
      // Subscribed before the replay is read, so nothing falls between the two.
      const unsubscribe = stream.subscribe((message) => {
        if (live) send(response, message);
        else waiting.push(message);
      });
      const heartbeat = setInterval(() => response.write(': alive\n\n'), HEARTBEAT_MS);
      response.on('close', () => {
        clearInterval(heartbeat);
        unsubscribe();
      });
      const last = lastEventId(request.headers['last-event-id'] ?? request.query['lastEventId']);
      let sent = await replay(response, stream, last);
      live = true;
      for (const message of waiting) {
        if (message.pubSeq <= sent) continue;
        sent = message.pubSeq;
        send(response, message);
      }
    })
  );
  return router;
}

/** Returns the number of the last message sent. */
async function replay(response: Response, stream: Context['stream'], last: number | undefined): Promise<number> {
  const missed = last === undefined ? undefined : await stream.replay(last);
  if (missed === undefined) {
    const pubSeq = await stream.head();
    // A new client starts here; one whose gap is no longer kept has to load again.
    const topic = last === undefined ? undefined : 'resync';
    if (topic === undefined) response.write(`id: ${String(pubSeq)}\n: connected\n\n`);
    else send(response, { pubSeq, topic, ref: null, rowVersion: null });
    return pubSeq;
  }
  for (const message of missed) send(response, message);
  return missed.at(-1)?.pubSeq ?? last ?? 0;
}

function send(response: Response, { pubSeq, ...message }: PublishedMessage): void {
  if (response.writableLength > MAX_BUFFERED_BYTES) {
    response.destroy();
    return;
  }
  response.write(`id: ${String(pubSeq)}\nevent: ${message.topic}\ndata: ${JSON.stringify(message)}\n\n`);
}

function lastEventId(value: unknown): number | undefined {
  return typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : undefined;
}
