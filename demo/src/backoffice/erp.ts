import { DomainError, type Db } from '@ai-cos/service-kit';
import { Router } from 'express';
import { z } from 'zod';
import { supplierRecord } from '../twin/initial/suppliers.ts';
import { reorderPointOf } from '../twin/mechanisms/procurement.ts';
import type { LeverCommand } from '../twin/levers.ts';
import type { TwinState } from '../twin/state.ts';
import { readPending } from '../world/commands.ts';
import { moveLevers, type BackOffice } from './context.ts';
import { effectRoute } from './effect-route.ts';
import { idOf, knownProduct, requireSupplier, requireWarehouse } from './known.ts';
import { purchaseOrder } from './purchase-order-view.ts';

const id = z.number().int().positive();
const PurchaseOrderBody = z.strictObject({
  supplierId: id,
  warehouseId: id,
  expedited: z.boolean(),
  lines: z
    .array(z.strictObject({ productId: id, quantity: z.number().int().min(1).max(100_000) }))
    .min(1)
    .max(400),
});
const ReorderPointsBody = z.strictObject({
  changes: z
    .array(z.strictObject({ productId: id, warehouseId: id, reorderPoint: z.number().int().min(0).max(100_000) }))
    .min(1)
    .max(400),
});

/** Purchase orders and reorder points. */
export function erpRouter(office: BackOffice): Router {
  const router = Router();
  router.get('/purchase-orders/:id', async (request, response) => {
    response.json(await purchaseOrder(office.reads, idOf(request.params.id)));
  });
  effectRoute(router, office, {
    path: '/purchase-orders',
    body: PurchaseOrderBody,
    async run(db, body) {
      checkOrder(office.state(), body);
      const purchaseOrderId = await nextPurchaseOrderId(db);
      const { supplierId, expedited, lines } = body;
      await moveLevers(db, [{ kind: 'purchase-order', purchaseOrderId, supplierId, expedited, lines }]);
      return { id: purchaseOrderId, status: 'ordered', ...body };
    },
  });
  effectRoute(router, office, {
    path: '/purchase-orders/:id/cancel',
    body: z.strictObject({}),
    async run(db, _body, params) {
      const order = await purchaseOrder(office.reads, idOf(params['id']));
      if (order.status === 'received' || order.status === 'canceled') {
        throw new DomainError(
          'purchase_order_closed',
          `Purchase order ${String(order.id)} is ${order.status}; it cannot be cancelled.`,
          {
            status: 409,
          }
        );
      }
      await moveLevers(db, [{ kind: 'purchase-order-cancel', purchaseOrderId: order.id }]);
      return { ...order, status: 'canceled' };
    },
  });
  effectRoute(router, office, {
    path: '/reorder-points',
    body: ReorderPointsBody,
    async run(db, { changes }) {
      const previous = await reorderPoints(office, changes);
      await moveLevers(
        db,
        changes.map(({ productId, reorderPoint }): LeverCommand => ({ kind: 'reorder-point', productId, reorderPoint }))
      );
      return { changes, previous };
    },
  });
  return router;
}

function checkOrder(state: TwinState, { supplierId, warehouseId, lines }: z.infer<typeof PurchaseOrderBody>): void {
  requireSupplier(state, supplierId);
  requireWarehouse(warehouseId);
  for (const { productId } of lines) {
    const product = knownProduct(state, productId);
    if (supplierRecord(supplierId).wholesaler || product.supplierId === supplierId) continue;
    throw new DomainError(
      'supplier_does_not_sell',
      `Supplier ${String(supplierId)} does not sell product ${String(productId)}; see shop.supplier_products.`
    );
  }
}

async function nextPurchaseOrderId(db: Db): Promise<number> {
  const { rows } = await db.query<{ id: string }>(
    `SELECT nextval(pg_get_serial_sequence('shop.purchase_orders', 'id')) AS id`
  );
  return Number(rows[0]?.id);
}

async function reorderPoints(
  office: BackOffice,
  changes: z.infer<typeof ReorderPointsBody>['changes']
): Promise<z.infer<typeof ReorderPointsBody>['changes']> {
  const { levers } = await readPending(office.reads);
  return changes.map(({ productId, warehouseId }) => {
    requireWarehouse(warehouseId);
    const product = knownProduct(office.state(), productId);
    const { leadDays, spread } = supplierRecord(product.supplierId);
    let reorderPoint = reorderPointOf(product, leadDays, spread);
    for (const lever of levers)
      if (lever.kind === 'reorder-point' && lever.productId === productId) ({ reorderPoint } = lever);
    return { productId, warehouseId, reorderPoint };
  });
}
