import { DomainError, type Pool } from '@ai-cos/service-kit';
import { readPending } from '../world/commands.ts';

export interface PurchaseOrderView {
  id: number;
  supplierId: number;
  status: 'ordered' | 'received' | 'canceled';
  expectedAt: string | null;
  receivedAt: string | null;
  lines: { productId: number; quantity: number; receivedQuantity: number }[];
}

interface Row {
  supplier_id: string;
  expected_at: Date | null;
  received_at: Date | null;
  canceled_at: Date | null;
  lines: PurchaseOrderView['lines'] | null;
}

/** An order as the company's tables and today's calls know it. */
export async function purchaseOrder(pool: Pool, id: number): Promise<PurchaseOrderView> {
  const { levers } = await readPending(pool);
  const canceled = levers.some((lever) => lever.kind === 'purchase-order-cancel' && lever.purchaseOrderId === id);
  const { rows } = await pool.query<Row>(
    `SELECT p.supplier_id, p.expected_at, p.received_at, p.canceled_at, (
       SELECT jsonb_agg(jsonb_build_object('productId', i.product_id, 'quantity', i.quantity, 'receivedQuantity', i.received_quantity) ORDER BY i.id)
       FROM shop.purchase_order_items i WHERE i.purchase_order_id = p.id) AS lines
     FROM shop.purchase_orders p WHERE p.id = $1`,
    [id]
  );
  const row = rows[0];
  if (row !== undefined) {
    return {
      id,
      supplierId: Number(row.supplier_id),
      status: row.received_at !== null ? 'received' : row.canceled_at !== null || canceled ? 'canceled' : 'ordered',
      expectedAt: row.expected_at?.toISOString() ?? null,
      receivedAt: row.received_at?.toISOString() ?? null,
      lines: row.lines ?? [],
    };
  }
  for (const lever of levers) {
    if (lever.kind !== 'purchase-order' || lever.purchaseOrderId !== id) continue;
    const lines = lever.lines.map((line) => ({ ...line, receivedQuantity: 0 }));
    return {
      id,
      supplierId: lever.supplierId,
      status: canceled ? 'canceled' : 'ordered',
      expectedAt: null,
      receivedAt: null,
      lines,
    };
  }
  throw new DomainError('not_found', `purchase order ${String(id)} does not exist in the simulated company.`, {
    status: 404,
  });
}
