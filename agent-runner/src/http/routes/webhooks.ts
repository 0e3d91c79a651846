import { DomainError } from '@ai-cos/service-kit';
import { Router, type Request } from 'express';
import type { RunnerConfig } from '../../config/config.ts';
import type { Context } from '../../context.ts';
import { bearerOf, isOneOf } from '../../identity/secret.ts';
import { handle } from '../handler.ts';

export const MAX_WEBHOOK_BYTES = 4 * 1024 * 1024;
/** Bodies being read or stored at once, in bytes; more are refused so that memory stays flat and Alertmanager comes back. */
const MAX_IN_FLIGHT_BYTES = 64 * 1024 * 1024;

/** What of a context the route needs. */
export interface WebhookParts extends Pick<Context, 'webhooks' | 'metrics' | 'reconciler'> {
  config: Pick<RunnerConfig, 'webhookTokens'>;
}

/** Alertmanager's notifications. It retries only after 5xx, so anything it could send again gets no 4xx. */
export function webhookRoutes({ config, webhooks, metrics, reconciler }: WebhookParts): Router {
  const inFlight = { requests: 0, bytes: 0 };
  const router = Router();
  router.use((_request, response, next) => {
    response.on('finish', () => {
      metrics.webhooks.inc({ status: String(response.statusCode) });
    });
    next();
  });
  router.post(
    '/alertmanager',
    handle(async (request, response) => {
      const bytes = authorise(request, config.webhookTokens);
      if (inFlight.bytes + bytes > MAX_IN_FLIGHT_BYTES) {
        throw new DomainError('overloaded', 'Too many notifications at once; send it again.', { status: 503 });
      }
      inFlight.requests += 1;
      inFlight.bytes += bytes;
      metrics.inFlight.set(inFlight.requests);
      try {
        response.json(await webhooks.receive(await readBody(request)));
      } catch (error) {
        if (error instanceof DomainError && error.status === 413) void reconciler.run();
        throw error;
      } finally {
        inFlight.requests -= 1;
        inFlight.bytes -= bytes;
        metrics.inFlight.set(inFlight.requests);
      }
    })
  );
  return router;
}

/** From the headers alone: nobody makes us read a body without a token. Returns the bytes the body may have. */
function authorise(request: Request, tokens: readonly string[]): number {
  const token = bearerOf(request.headers.authorization);
  if (token === undefined || !isOneOf(token, tokens)) {
    throw new DomainError('webhook_token', 'The bearer token of the webhook is missing or wrong.', { status: 401 });
  }
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') {
    throw new DomainError('encoding_refused', 'Compressed bodies are not accepted.', { status: 415 });
  }
  if (request.is('application/json') === false) {
    throw new DomainError('json_required', 'Send Content-Type: application/json.', { status: 415 });
  }
  const length = Number(request.headers['content-length'] ?? MAX_WEBHOOK_BYTES);
  if (length > MAX_WEBHOOK_BYTES) throw tooLarge();
  return length;
}

async function readBody(request: Request): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_WEBHOOK_BYTES) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(): DomainError {
  return new DomainError('body_too_large', `At most ${String(MAX_WEBHOOK_BYTES)} bytes are accepted.`, { status: 413 });
}
