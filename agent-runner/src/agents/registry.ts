import type { AgentId } from '@ai-cos/catalog';
import { adsOnEmptyShelvesAnalysis } from './capabilities/ads-on-empty-shelves.ts';
import { budgetLinesAnalysis } from './capabilities/budget-lines.ts';
import { campaignCostsAnalysis } from './capabilities/campaign-costs.ts';
import { carrierRecordAnalysis } from './capabilities/carrier-record.ts';
import { cashBridgeAnalysis } from './capabilities/cash-bridge.ts';
import { codeHotspotsAnalysis } from './capabilities/code-hotspots.ts';
import { contactTopicsAnalysis } from './capabilities/contact-topics.ts';
import { customersAtRiskAnalysis } from './capabilities/customers-at-risk.ts';
import { daysOfCoverAnalysis } from './capabilities/days-of-cover.ts';
import { errorBudgetAnalysis } from './capabilities/error-budget.ts';
import { fulfilmentQueueAnalysis } from './capabilities/fulfilment-queue.ts';
import { healthConcentrationAnalysis } from './capabilities/health-concentration.ts';
import { lateSuppliersAnalysis } from './capabilities/late-suppliers.ts';
import { lostSalesAnalysis } from './capabilities/lost-sales.ts';
import { marginBridgeAnalysis } from './capabilities/margin-bridge.ts';
import { marginalReturnAnalysis } from './capabilities/marginal-return.ts';
import { priceMovesAnalysis } from './capabilities/price-moves.ts';
import { priceResponseAnalysis } from './capabilities/price-response.ts';
import { releaseLatencyAnalysis } from './capabilities/release-latency.ts';
import { reorderAnalysis } from './capabilities/reorder.ts';
import { slowPagesAnalysis } from './capabilities/slow-pages.ts';
import { supportQueueAnalysis } from './capabilities/support-queue.ts';
import { tradingPaceAnalysis } from './capabilities/trading-pace.ts';
import { unhappyCustomersAnalysis } from './capabilities/unhappy-customers.ts';
import { waitingOrdersAnalysis } from './capabilities/waiting-orders.ts';
import { warehouseSpaceAnalysis } from './capabilities/warehouse-space.ts';
import type { Capability } from './types.ts';

/** What each agent can find out. */
export const capabilities: Readonly<Partial<Record<AgentId, readonly Capability[]>>> = {
  'ia-ceo': [healthConcentrationAnalysis, tradingPaceAnalysis],
  'ia-cfo': [cashBridgeAnalysis, budgetLinesAnalysis, marginBridgeAnalysis],
  'ia-cto': [slowPagesAnalysis, codeHotspotsAnalysis],
  'ia-devops': [releaseLatencyAnalysis, errorBudgetAnalysis],
  'ia-cmo': [campaignCostsAnalysis, marginalReturnAnalysis, adsOnEmptyShelvesAnalysis],
  'pricing-bot': [priceMovesAnalysis, priceResponseAnalysis],
  'stock-forecaster': [daysOfCoverAnalysis, lostSalesAnalysis],
  'ia-crm': [customersAtRiskAnalysis, unhappyCustomersAnalysis],
  'ia-logistics': [waitingOrdersAnalysis, fulfilmentQueueAnalysis, warehouseSpaceAnalysis, carrierRecordAnalysis],
  'ia-supply-chain': [reorderAnalysis, lateSuppliersAnalysis],
  'ia-support': [supportQueueAnalysis, contactTopicsAnalysis],
};
