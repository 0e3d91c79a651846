import type { AgentId } from '@ai-cos/catalog';
import { adsOnEmptyShelvesAnalysis } from './capabilities/ads-on-empty-shelves.ts';
import { daysOfCoverAnalysis } from './capabilities/days-of-cover.ts';
import { lateSuppliersAnalysis } from './capabilities/late-suppliers.ts';
import { lostSalesAnalysis } from './capabilities/lost-sales.ts';
import { reorderAnalysis } from './capabilities/reorder.ts';
import { waitingOrdersAnalysis } from './capabilities/waiting-orders.ts';
import type { Capability } from './types.ts';

/** What each agent can find out. */
export const capabilities: Readonly<Partial<Record<AgentId, readonly Capability[]>>> = {
  'stock-forecaster': [daysOfCoverAnalysis, lostSalesAnalysis],
  'ia-supply-chain': [reorderAnalysis, lateSuppliersAnalysis],
  'ia-logistics': [waitingOrdersAnalysis],
  'ia-cmo': [adsOnEmptyShelvesAnalysis],
};
