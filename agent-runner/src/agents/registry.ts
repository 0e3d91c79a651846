import type { AgentId } from '@ai-cos/catalog';
import { accessibilityDutyAnalysis } from './capabilities/accessibility-duty.ts';
import { acquisitionPartsAnalysis } from './capabilities/acquisition-parts.ts';
import { adsOnEmptyShelvesAnalysis } from './capabilities/ads-on-empty-shelves.ts';
import { budgetLinesAnalysis } from './capabilities/budget-lines.ts';
import { buildTimesAnalysis } from './capabilities/build-times.ts';
import { campaignCostsAnalysis } from './capabilities/campaign-costs.ts';
import { carrierRecordAnalysis } from './capabilities/carrier-record.ts';
import { cashBridgeAnalysis } from './capabilities/cash-bridge.ts';
import { channelReturnsAnalysis } from './capabilities/channel-returns.ts';
import { codeHotspotsAnalysis } from './capabilities/code-hotspots.ts';
import { contactTopicsAnalysis } from './capabilities/contact-topics.ts';
import { contentCadenceAnalysis } from './capabilities/content-cadence.ts';
import { countryDeliveryAnalysis } from './capabilities/country-delivery.ts';
import { countryTradeAnalysis } from './capabilities/country-trade.ts';
import { coverageDropAnalysis } from './capabilities/coverage-drop.ts';
import { customersAtRiskAnalysis } from './capabilities/customers-at-risk.ts';
import { daysOfCoverAnalysis } from './capabilities/days-of-cover.ts';
import { debtorConcentrationAnalysis } from './capabilities/debtor-concentration.ts';
import { defectAreasAnalysis } from './capabilities/defect-areas.ts';
import { deliveryStagesAnalysis } from './capabilities/delivery-stages.ts';
import { errorBudgetAnalysis } from './capabilities/error-budget.ts';
import { esgCoverageAnalysis } from './capabilities/esg-coverage.ts';
import { esgWeakestAnalysis } from './capabilities/esg-weakest.ts';
import { featureReachAnalysis } from './capabilities/feature-reach.ts';
import { featureRetentionAnalysis } from './capabilities/feature-retention.ts';
import { frustrationAnalysis } from './capabilities/frustration.ts';
import { fulfilmentQueueAnalysis } from './capabilities/fulfilment-queue.ts';
import { funnelStepsAnalysis } from './capabilities/funnel-steps.ts';
import { healthConcentrationAnalysis } from './capabilities/health-concentration.ts';
import { imageSizesAnalysis } from './capabilities/image-sizes.ts';
import { lateSuppliersAnalysis } from './capabilities/late-suppliers.ts';
import { lostSalesAnalysis } from './capabilities/lost-sales.ts';
import { marginBridgeAnalysis } from './capabilities/margin-bridge.ts';
import { marginalReturnAnalysis } from './capabilities/marginal-return.ts';
import { networkEngagementAnalysis } from './capabilities/network-engagement.ts';
import { openRequisitionsAnalysis } from './capabilities/open-requisitions.ts';
import { openVulnerabilitiesAnalysis } from './capabilities/open-vulnerabilities.ts';
import { organicTrafficAnalysis } from './capabilities/organic-traffic.ts';
import { overdueInvoicesAnalysis } from './capabilities/overdue-invoices.ts';
import { pageScoresAnalysis } from './capabilities/page-scores.ts';
import { priceMovesAnalysis } from './capabilities/price-moves.ts';
import { priceResponseAnalysis } from './capabilities/price-response.ts';
import { releaseLatencyAnalysis } from './capabilities/release-latency.ts';
import { reorderAnalysis } from './capabilities/reorder.ts';
import { returnDeadlinesAnalysis } from './capabilities/return-deadlines.ts';
import { slowPagesAnalysis } from './capabilities/slow-pages.ts';
import { stuckFeaturesAnalysis } from './capabilities/stuck-features.ts';
import { supplierConcentrationAnalysis } from './capabilities/supplier-concentration.ts';
import { supplierPricesAnalysis } from './capabilities/supplier-prices.ts';
import { supportQueueAnalysis } from './capabilities/support-queue.ts';
import { teamAttritionAnalysis } from './capabilities/team-attrition.ts';
import { tradingPaceAnalysis } from './capabilities/trading-pace.ts';
import { trafficMixAnalysis } from './capabilities/traffic-mix.ts';
import { unhappyCustomersAnalysis } from './capabilities/unhappy-customers.ts';
import { unsoldProductsAnalysis } from './capabilities/unsold-products.ts';
import { vulnerabilityFlowAnalysis } from './capabilities/vulnerability-flow.ts';
import { waitingOrdersAnalysis } from './capabilities/waiting-orders.ts';
import { warehouseSpaceAnalysis } from './capabilities/warehouse-space.ts';
import type { Capability } from './types.ts';

/** What each of the 26 agents can find out; an agent without analyses does not compile. */
export const capabilities: Readonly<Record<AgentId, readonly Capability[]>> = {
  'ia-ceo': [healthConcentrationAnalysis, tradingPaceAnalysis],
  'ia-cfo': [cashBridgeAnalysis, budgetLinesAnalysis, marginBridgeAnalysis, overdueInvoicesAnalysis],
  'ia-legal': [returnDeadlinesAnalysis, accessibilityDutyAnalysis],
  'ia-esg': [esgWeakestAnalysis, esgCoverageAnalysis],
  'ia-hr': [openRequisitionsAnalysis, teamAttritionAnalysis],
  'ia-cto': [slowPagesAnalysis, codeHotspotsAnalysis],
  'ia-devops': [releaseLatencyAnalysis, errorBudgetAnalysis],
  'ia-ciso': [openVulnerabilitiesAnalysis, vulnerabilityFlowAnalysis],
  'ia-designer': [funnelStepsAnalysis, frustrationAnalysis],
  'ia-docker-optimizer': [buildTimesAnalysis, imageSizesAnalysis],
  'ia-qa': [defectAreasAnalysis, coverageDropAnalysis],
  'ia-product': [stuckFeaturesAnalysis, deliveryStagesAnalysis],
  'ia-content': [contentCadenceAnalysis, networkEngagementAnalysis],
  'ia-cmo': [acquisitionPartsAnalysis, campaignCostsAnalysis, marginalReturnAnalysis, adsOnEmptyShelvesAnalysis],
  'seo-sentinel': [pageScoresAnalysis, organicTrafficAnalysis],
  'pricing-bot': [priceMovesAnalysis, priceResponseAnalysis],
  'stock-forecaster': [daysOfCoverAnalysis, lostSalesAnalysis],
  'ia-crm': [customersAtRiskAnalysis, unhappyCustomersAnalysis],
  'ia-logistics': [waitingOrdersAnalysis, fulfilmentQueueAnalysis, warehouseSpaceAnalysis, carrierRecordAnalysis],
  'ia-supply-chain': [reorderAnalysis, lateSuppliersAnalysis],
  'ia-support': [supportQueueAnalysis, contactTopicsAnalysis],
  'ia-rnd': [featureReachAnalysis, featureRetentionAnalysis],
  'ia-partners': [channelReturnsAnalysis, supplierPricesAnalysis],
  'ia-international': [countryTradeAnalysis, countryDeliveryAnalysis],
  'ia-market-intel': [unsoldProductsAnalysis, trafficMixAnalysis],
  'ia-risk': [supplierConcentrationAnalysis, debtorConcentrationAnalysis],
};
