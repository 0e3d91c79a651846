import { DomainError } from '@ai-cos/service-kit';
import type { CampaignState, ProductState, TwinState } from '../twin/state.ts';

function missing(what: string, id: number | string): never {
  throw new DomainError('not_found', `${what} ${String(id)} does not exist in the simulated company.`, { status: 404 });
}

export function knownProduct(state: TwinState, id: number): ProductState {
  return state.products[id - 1] ?? missing('product', id);
}

export function knownCampaign(state: TwinState, id: number): CampaignState {
  return state.campaigns[id - 1] ?? missing('campaign', id);
}

export function requireSupplier(state: TwinState, id: number): void {
  if (!state.suppliers.some((supplier) => supplier.id === id)) missing('supplier', id);
}

export function requireWarehouse(id: number): void {
  if (id !== 1) missing('warehouse', id);
}

/** Path parameters are text. */
export function idOf(text: string | undefined): number {
  const id = Number(text);
  if (!Number.isInteger(id) || id <= 0) missing('id', text ?? '');
  return id;
}
