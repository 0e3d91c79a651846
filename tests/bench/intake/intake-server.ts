import { createLogger, listen, problemHandler } from '@ai-cos/service-kit';
import express from 'express';
import { createRunnerPool } from '../../../agent-runner/src/db/pool.ts';
import { webhookRoutes } from '../../../agent-runner/src/http/routes/webhooks.ts';
import { createWebhookService } from '../../../agent-runner/src/intake/webhook-service.ts';
import { createMetrics } from '../../../agent-runner/src/telemetry/metrics.ts';
import { createTracing } from '../../../agent-runner/src/telemetry/tracing.ts';
import { print } from '../../eval/print.ts';

/** The runner's intake as it is served: token, validation, trace, one statement, commit. Planning is not part of it. */
const [, , url = '', token = ''] = process.argv;
const log = createLogger('bench-intake', 'error');
const db = createRunnerPool({ url, applicationName: 'bench-intake', max: 16, onError: () => undefined });
const metrics = createMetrics();
const tracing = createTracing({});
const nothing = (): void => undefined;
const webhooks = createWebhookService({ db, log, metrics, tracing, wake: nothing, reconcile: nothing });
const app = express();
app.use(
  '/api/ai-cos/webhooks',
  webhookRoutes({ config: { webhookTokens: [token] }, webhooks, metrics, reconciler: { run: () => Promise.resolve() } })
);
app.use(problemHandler(log));
const server = await listen({ app, port: 0 });
print(server.url);
setInterval(() => print(`rss ${String(process.memoryUsage().rss)}`), 250).unref();
process.once('SIGTERM', () => {
  void server.close().then(() => db.end());
});
