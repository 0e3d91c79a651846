import { request as httpRequest, type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { pipeline } from 'node:stream';
import { sendJson } from '../respond.ts';

/** Pipes a request to the runner and its answer back unbuffered, so that a stream of events arrives event by event. */
export function forward(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  target: URL,
  headers: OutgoingHttpHeaders
): void {
  const send = target.protocol === 'https:' ? httpsRequest : httpRequest;
  const upstream = send(target, { method: incoming.method ?? 'GET', headers });
  upstream.on('response', (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    outgoing.flushHeaders();
    pipeline(answer, outgoing, () => upstream.destroy());
  });
  upstream.on('error', (error) => {
    if (outgoing.headersSent) {
      outgoing.destroy(error);
      return;
    }
    sendJson(outgoing, 502, { message: `agent-runner at ${target.origin} cannot be reached: ${error.message}` });
  });
  outgoing.on('close', () => upstream.destroy());
  pipeline(incoming, upstream, (error) => {
    if (error) {
      upstream.destroy(error);
    }
  });
}
