import { Router } from 'express';
import { z } from 'zod';
import type { LeverCommand } from '../twin/levers.ts';
import { readPending } from '../world/commands.ts';
import { moveLevers, type BackOffice } from './context.ts';
import { effectRoute } from './effect-route.ts';
import { idOf, knownProduct } from './known.ts';

const Changes = z
  .array(z.strictObject({ productId: z.number().int().positive(), newPrice: z.number().positive().max(1_000_000) }))
  .min(1)
  .max(400);

/** List prices; a running promotion is taken off the new price as well. */
export function priceListRouter(office: BackOffice): Router {
  const router = Router();
  router.get('/:productId', async (request, response) => {
    const product = knownProduct(office.state(), idOf(request.params.productId));
    const price = await listPrice(office, product.id);
    response.json({
      productId: product.id,
      price,
      promotionShare: product.promotion,
      currency: 'EUR',
      simulated: true,
    });
  });
  effectRoute(router, office, {
    path: '/changes',
    body: z.strictObject({ reason: z.enum(['list', 'markdown', 'cost', 'competition', 'test']), changes: Changes }),
    async run(db, { reason, changes }) {
      const previous: { productId: number; newPrice: number }[] = [];
      for (const { productId } of changes) previous.push({ productId, newPrice: await listPrice(office, productId) });
      await moveLevers(
        db,
        changes.map(({ productId, newPrice }): LeverCommand => ({ kind: 'price', productId, price: newPrice, reason }))
      );
      return { reason, changes, previous };
    },
  });
  return router;
}

async function listPrice(office: BackOffice, productId: number): Promise<number> {
  let { price } = knownProduct(office.state(), productId);
  for (const lever of (await readPending(office.reads)).levers) {
    if (lever.kind === 'price' && lever.productId === productId) ({ price } = lever);
  }
  return price;
}
