import { DomainError, type Db, type Logger } from '@ai-cos/service-kit';
import { WebhookEnvelope, type WebhookAnswer } from '../contract/index.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import type { Tracing } from '../telemetry/tracing.ts';
import { acceptDelivery, type Delivery } from './accept.ts';
import { createDeliveryBatches } from './delivery-batches.ts';
import { inboxRowOf, quarantined } from './inbox-row.ts';
import { NEEDS_CLEANING, tooDeep, wellFormed } from './well-formed.ts';

export interface WebhookService {
  /** Resolves once everything in the body is on disk. */
  receive(body: Buffer): Promise<WebhookAnswer>;
}

export interface WebhookServiceOptions {
  db: Db;
  log: Logger;
  metrics: Metrics;
  tracing: Tracing;
  /** Called after the commit: somebody should look at the inbox. */
  wake: () => void;
  /** Called when the sender left alerts out. */
  reconcile: () => void;
}

const SOURCE = 'alertmanager';

export function createWebhookService(options: WebhookServiceOptions): WebhookService {
  const { metrics, tracing } = options;
  const batches = createDeliveryBatches(options.db);
  return {
    receive: (body) =>
      tracing.span('webhook', null, async (traceContext) => {
        const answer = await store(batches, deliveryOf(body, traceContext, options), options);
        metrics.alerts.inc({ result: 'accepted' }, answer.accepted);
        metrics.alerts.inc({ result: 'repeated' }, answer.repeated);
        metrics.alerts.inc({ result: 'quarantined' }, answer.quarantined);
        if (answer.accepted > 0) options.wake();
        return answer;
      }),
  };
}

function deliveryOf(body: Buffer, traceContext: string, { reconcile }: WebhookServiceOptions): Delivery {
  const text = body.toString('utf8');
  const whole = { source: SOURCE, receiver: null, groupKey: null, traceContext };
  if (tooDeep(text)) return { ...whole, rows: [quarantined(text, 'nested too deep')] };
  const parsed = WebhookEnvelope.safeParse(parseJson(text));
  if (!parsed.success) {
    const reason = parsed.error.issues
      .map(({ path, message }) => `${path.map(String).join('.')}: ${message}`)
      .join('; ');
    return { ...whole, rows: [quarantined(text, `not an Alertmanager notification: ${reason}`)] };
  }
  const { receiver, groupKey, alerts, truncatedAlerts } = parsed.data;
  if (truncatedAlerts > 0) reconcile();
  const clean = NEEDS_CLEANING.test(text) ? wellFormed(alerts) : alerts;
  return { source: SOURCE, receiver, groupKey, traceContext, rows: (clean as unknown[]).map(inboxRowOf) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new DomainError('invalid_json', 'The body is no JSON.', { status: 400 });
  }
}

/** Class 22 is content PostgreSQL cannot store: kept as bytes, or Alertmanager would send it again for ever. */
async function store(
  batches: ReturnType<typeof createDeliveryBatches>,
  delivery: Delivery,
  { db, log }: WebhookServiceOptions
): Promise<WebhookAnswer> {
  try {
    return await batches.store(delivery);
  } catch (error) {
    if (isDataError(error)) {
      log.warn({ err: error }, 'a delivery cannot be stored as it is and goes to quarantine');
      const rows = delivery.rows.map((row) => quarantined(JSON.stringify(row), error.message));
      return acceptDelivery(db, { ...delivery, groupKey: null, rows });
    }
    log.error({ err: error }, 'the inbox cannot be written');
    throw new DomainError('database_unavailable', 'The alerts could not be stored; send them again.', { status: 503 });
  }
}

function isDataError(error: unknown): error is Error & { code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('22');
}
