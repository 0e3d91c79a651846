import { isoOf, daySeconds } from '../calendar.ts';
import { productOf, write, type TwinDay } from '../day.ts';
import type { LeverCommand } from '../levers.ts';
import { update } from '../facts.ts';
import { setListPrice } from './pricing.ts';
import { cancelPurchaseOrder, orderFromSupplier } from './procurement.ts';

/** Moves the handles before the day begins. Unknown ids are an error of the caller, who has checked them at the edge. */
export function applyLevers(today: TwinDay, commands: readonly LeverCommand[]): void {
  for (const command of commands) applyLever(today, command);
}

function applyLever(today: TwinDay, command: LeverCommand): void {
  const { state, day } = today;
  switch (command.kind) {
    case 'price': {
      const product = productOf(state, command.productId);
      product.lastMoveDay = day + 180;
      setListPrice(today, product, command.price, command.reason);
      return;
    }
    case 'ad-budget': {
      const campaign = campaignOf(today, command.campaignId);
      campaign.dailyBudget = command.dailyBudget;
      update(today.facts, 'campaigns', campaign.id, { budget_amount: command.dailyBudget });
      endRunaway(today, campaign.id);
      return;
    }
    case 'campaign-paused': {
      const campaign = campaignOf(today, command.campaignId);
      campaign.paused = command.paused;
      if (command.paused) endRunaway(today, campaign.id);
      return;
    }
    case 'purchase-order':
      orderFromSupplier(today, {
        id: command.purchaseOrderId,
        supplierId: command.supplierId,
        expedited: command.expedited,
        lines: command.lines,
      });
      return;
    case 'purchase-order-cancel':
      cancelPurchaseOrder(today, command.purchaseOrderId);
      return;
    case 'reorder-point':
      productOf(state, command.productId).reorderPoint = command.reorderPoint;
      return;
    case 'support-staff':
      state.support.extraAgents.push({ amount: command.extraAgents, untilDay: day + command.days });
      return;
    case 'warehouse-shift':
      state.warehouse.extraStaff.push({ amount: command.extraStaff, untilDay: day + command.days });
      return;
    case 'carrier-weights':
      for (const { carrierId, share } of command.weights) state.warehouse.carrierWeights[carrierId - 1] = share;
      return;
    case 'overflow-storage':
      openOverflow(today, command);
      return;
    case 'voucher-limit':
      state.voucher.limit = command.maxUses;
      return;
    case 'flag':
      state.flags[command.key] = command.variant;
      return;
    case 'operating-budget':
      state.finance.monthly[`${command.department}/${command.account}`] = command.monthlyAmount;
      return;
    default:
      assertNever(command);
  }
}

function campaignOf(today: TwinDay, id: number): TwinDay['state']['campaigns'][number] {
  const campaign = today.state.campaigns[id - 1];
  if (campaign === undefined) throw new RangeError(`campaign ${String(id)} does not exist in the simulated company`);
  return campaign;
}

/** Setting a budget or a pause by hand takes the campaign out of automatic bidding. */
function endRunaway(today: TwinDay, campaignId: number): void {
  for (const disturbance of today.state.disturbances) {
    if (disturbance.kind === 'bid-runaway' && disturbance.campaignId === campaignId) {
      disturbance.untilDay = Math.min(disturbance.untilDay, today.day);
    }
  }
}

function openOverflow(today: TwinDay, command: Extract<LeverCommand, { kind: 'overflow-storage' }>): void {
  today.state.warehouse.overflow.push({
    id: command.warehouseId,
    volumeM3: command.volumeM3,
    untilDay: today.day + command.days,
  });
  write(today, 'warehouses', {
    id: command.warehouseId,
    name: 'External storage (simulated)',
    capacity_m3: command.volumeM3,
    opened_at: isoOf(today.day * daySeconds),
    closed_at: null,
  });
}

function assertNever(command: never): never {
  throw new TypeError(`unknown lever command: ${JSON.stringify(command)}`);
}
