import { DomainError } from '@ai-cos/service-kit';
import { Router } from 'express';
import { adsRouter } from './ads.ts';
import type { BackOffice } from './context.ts';
import { storedAnswer } from './effect-route.ts';
import { erpRouter } from './erp.ts';
import { financeRouter } from './finance.ts';
import { flagsRouter } from './flags.ts';
import { helpdeskRouter } from './helpdesk.ts';
import { priceListRouter } from './price-list.ts';
import { warehouseRouter } from './warehouse.ts';

/** The vendors' systems of the simulated company behind one address. */
export function backOfficeRouter(office: BackOffice): Router {
  const router = Router();
  router.use('/ads', adsRouter(office));
  router.use('/erp', erpRouter(office));
  router.use('/price-list', priceListRouter(office));
  router.use('/warehouse', warehouseRouter(office));
  router.use('/helpdesk', helpdeskRouter(office));
  router.use('/flags', flagsRouter(office));
  router.use('/finance', financeRouter(office));
  router.get('/idempotency/:key', async (request, response) => {
    const { key } = request.params;
    const known = await storedAnswer(office.pool, key);
    if (known === null) {
      throw new DomainError('not_found', `No call with the Idempotency-Key "${key}" has been carried out.`, {
        status: 404,
      });
    }
    const { method, path, status, response: answer } = known;
    response.json({ key, method, path, status, response: answer });
  });
  return router;
}
