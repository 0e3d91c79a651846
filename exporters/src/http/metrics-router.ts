import { DomainError, type Clock } from '@ai-cos/service-kit';
import { Router, type Response } from 'express';
import { expositionType } from '../metrics/exposition.ts';
import { sample } from '../metrics/sample.ts';
import type { MetricPages } from '../metrics/pages.ts';
import type { ReaderOfRestricted } from './restricted-reader.ts';

const businessTime = 'aicos_business_timestamp_seconds';

/** The one series that is made at the scrape: the business clock may pause between two computations. */
function businessTimeLines(clock: Clock): Buffer {
  const { family, value } = sample(businessTime, {}, clock.now().getTime() / 1_000);
  return Buffer.from(
    `# HELP ${family.name} ${family.help}\n# TYPE ${family.name} ${family.type}\n${family.name} ${String(value)}\n`
  );
}

function send(response: Response, body: Buffer): void {
  response.set('Content-Type', expositionType).end(body);
}

export interface MetricsRouterOptions {
  readonly pages: MetricPages;
  readonly clock: Clock;
  readonly mayReadRestricted: ReaderOfRestricted;
}

/** `GET /metrics` and, for the bearer of the restricted token, `GET /metrics/restricted`; a scrape runs no SQL. */
export function metricsRouter({ pages, clock, mayReadRestricted }: MetricsRouterOptions): Router {
  const router = Router();
  router.get('/metrics', (_request, response) => {
    send(response, Buffer.concat([pages.open(), businessTimeLines(clock)]));
  });
  router.get('/metrics/restricted', (request, response) => {
    if (!mayReadRestricted(request)) {
      throw new DomainError(
        'unauthorized',
        'Send the token of AICOS_RESTRICTED_TOKEN_FILE as "Authorization: Bearer …".',
        {
          status: 401,
        }
      );
    }
    send(response, pages.restricted());
  });
  return router;
}
