import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { ZodError } from 'zod';
import { personOf } from './person.ts';
import { reads } from './read-routes.ts';
import { Refusal, type FixtureState } from './state.ts';
import { writes } from './write-routes.ts';

export interface FixtureRunner {
  url: string;
  state: FixtureState;
  /** Tells every open stream that a topic changed. */
  publish: (topic: string) => void;
  /** From now on every call is cut off, as if the runner had stopped. */
  pause: () => void;
  resume: () => void;
  close: () => Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text === '' ? {} : JSON.parse(text);
}

function sendProblem(response: ServerResponse, error: unknown): void {
  const refusal =
    error instanceof Refusal
      ? error
      : new Refusal(
          error instanceof ZodError ? 422 : 500,
          error instanceof ZodError ? 'invalid' : 'failed',
          String(error)
        );
  const { status, code, message } = refusal;
  response.writeHead(status, { 'content-type': 'application/problem+json' });
  response.end(JSON.stringify({ type: 'about:blank', title: code, status, code, detail: message }));
}

async function answer(
  state: FixtureState,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  query: URLSearchParams
): Promise<void> {
  const me = personOf(request);
  if (request.method === 'GET') {
    for (const [pattern, read] of reads) {
      const match = pattern.exec(path);
      if (match === null) continue;
      const { body, link } = read(state, match, query, me);
      response.writeHead(200, { 'content-type': 'application/json', ...(link === undefined ? {} : { link }) });
      response.end(JSON.stringify(body));
      return;
    }
  }
  for (const [method, pattern, write] of writes) {
    const match = method === request.method ? pattern.exec(path) : null;
    if (match === null) continue;
    const result = write(state, match, await bodyOf(request), me);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(result));
    return;
  }
  throw new Refusal(404, 'not_available', `the fixture has no ${request.method ?? ''} ${path}`);
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
}

/** A stand-in for agent-runner that holds simulated data in memory; it exists for tests of the interface alone. */
export async function startFixtureRunner(state: FixtureState): Promise<FixtureRunner> {
  const streams = new Set<ServerResponse>();
  let isPaused = false;
  const server = createServer((request, response) => {
    const [target = '', search = ''] = (request.url ?? '').split('?');
    if (isPaused) {
      request.socket.destroy();
      return;
    }
    const path = target.replace(/^\/api\/ai-cos/, '');
    if (path === '/stream') {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write(': open\n\n');
      streams.add(response);
      response.on('close', () => streams.delete(response));
      return;
    }
    answer(state, request, response, path, new URLSearchParams(search)).catch((error: unknown) =>
      sendProblem(response, error)
    );
  });
  const port = await listen(server);
  return {
    url: `http://127.0.0.1:${port}`,
    state,
    publish(topic) {
      for (const stream of streams)
        stream.write(`event: ${topic}\ndata: ${JSON.stringify({ topic, ref: null, rowVersion: null })}\n\n`);
    },
    pause() {
      isPaused = true;
      for (const stream of streams) stream.destroy();
    },
    resume() {
      isPaused = false;
    },
    close() {
      for (const stream of streams) stream.end();
      return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}
