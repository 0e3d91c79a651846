import { DomainError, type Db } from '@ai-cos/service-kit';
import { Router } from 'express';
import { z } from 'zod';
import { carriers } from '../twin/company.ts';
import { capacity, usedVolume } from '../twin/mechanisms/warehouse-space.ts';
import { readPending } from '../world/commands.ts';
import { moveLevers, type BackOffice } from './context.ts';
import { effectRoute } from './effect-route.ts';
import { requireWarehouse } from './known.ts';

const id = z.number().int().positive();
const days = z.number().int().min(1).max(120);

/** Shifts, carriers and rented space. */
export function warehouseRouter(office: BackOffice): Router {
  const router = Router();
  router.get('/', async (_request, response) => {
    response.json(await overview(office));
  });
  effectRoute(router, office, {
    path: '/shifts',
    body: z.strictObject({ warehouseId: id, extraStaff: z.number().int().min(1).max(100), days }),
    async run(db, body) {
      requireWarehouse(body.warehouseId);
      await moveLevers(db, [{ kind: 'warehouse-shift', extraStaff: body.extraStaff, days: body.days }]);
      return body;
    },
  });
  effectRoute(router, office, {
    path: '/carrier-weights',
    body: z.strictObject({
      weights: z.array(z.strictObject({ carrierId: id, share: z.number().min(0).max(1) })).min(1),
    }),
    async run(db, { weights }) {
      const previous = await carrierWeights(office);
      checkWeights(previous, weights);
      await moveLevers(db, [{ kind: 'carrier-weights', weights }]);
      return { weights, previous };
    },
  });
  effectRoute(router, office, {
    path: '/overflow',
    body: z.strictObject({ warehouseId: id, volumeM3: z.number().positive().max(100_000), days }),
    async run(db, body) {
      requireWarehouse(body.warehouseId);
      const overflowId = await nextWarehouseId(db);
      await moveLevers(db, [
        { kind: 'overflow-storage', warehouseId: overflowId, volumeM3: body.volumeM3, days: body.days },
      ]);
      return { ...body, overflowWarehouseId: overflowId };
    },
  });
  return router;
}

type Weight = { carrierId: number; share: number };

async function carrierWeights(office: BackOffice): Promise<Weight[]> {
  const shares = new Map(office.state().warehouse.carrierWeights.map((share, index) => [index + 1, share]));
  for (const lever of (await readPending(office.reads)).levers) {
    if (lever.kind === 'carrier-weights')
      for (const { carrierId, share } of lever.weights) shares.set(carrierId, share);
  }
  return [...shares].map(([carrierId, share]) => ({ carrierId, share }));
}

function checkWeights(previous: readonly Weight[], weights: readonly Weight[]): void {
  const shares = new Map(previous.map(({ carrierId, share }) => [carrierId, share]));
  for (const { carrierId, share } of weights) {
    if (!shares.has(carrierId))
      throw new DomainError('not_found', `carrier ${String(carrierId)} does not exist.`, { status: 404 });
    shares.set(carrierId, share);
  }
  let sum = 0;
  for (const share of shares.values()) sum += share;
  if (Math.abs(sum - 1) > 0.01) {
    throw new DomainError(
      'invalid_request',
      `The shares of all carriers must sum to 1; with this change they sum to ${sum.toFixed(2)}.`
    );
  }
}

async function nextWarehouseId(db: Db): Promise<number> {
  const { rows } = await db.query<{ id: string }>(
    `SELECT nextval(pg_get_serial_sequence('shop.warehouses', 'id')) AS id`
  );
  return Number(rows[0]?.id);
}

async function overview(office: BackOffice): Promise<object> {
  const state = office.state();
  const shares = await carrierWeights(office);
  return {
    warehouseId: 1,
    capacityM3: capacity(state, state.day),
    usedM3: Math.round(usedVolume(state) * 100) / 100,
    openOrders: state.orderQueue.length,
    extraStaff: state.warehouse.extraStaff.filter((extra) => extra.untilDay > state.day),
    overflow: state.warehouse.overflow,
    carriers: carriers.map(({ id: carrierId, name }) => ({
      carrierId,
      name,
      share: shares.find((weight) => weight.carrierId === carrierId)?.share ?? 0,
    })),
    simulated: true,
  };
}
