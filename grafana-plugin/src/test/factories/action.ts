import type { ActionDetail, ActionSummary, ApprovalStatus, Prediction } from '@ai-cos/agent-runner/contract';
import { businessDaysAgo, businessNow, digestOf, idOf, wallMinutes, wallNow } from './ids.ts';

export function makePrediction(part: Partial<Prediction> = {}): Prediction {
  return {
    kpiId: 'cart_abandonment',
    change: -1.8,
    low: -3.1,
    high: -0.6,
    unit: 'percent',
    basis: 'restocking wins back 35 % of the baskets given up for this product',
    trackRecord: { count: 6, inBand: 5 },
    ...part,
  };
}

export function makeApproval(part: Partial<ApprovalStatus> = {}): ApprovalStatus {
  return {
    quorum: 1,
    groups: ['pole:business', 'admin'],
    decisions: [],
    missing: 'one approval of Business or an administrator',
    expiresAt: wallMinutes(45),
    mayDecide: true,
    whyNot: null,
    ...part,
  };
}

export function makeAction(number: number, part: Partial<ActionSummary> = {}): ActionSummary {
  return {
    id: idOf('action', number),
    planId: idOf('plan', 1),
    eventId: idOf('event', 1),
    agentId: 'stock-forecaster',
    squadId: 'ecommerce',
    pole: 'business',
    type: 'restock',
    connector: 'erp',
    priority: 'high',
    title: 'Order 240 pieces of product 123 from supplier 7, express',
    description: 'Product 123 runs out in 2 days; the express order arrives in 3 and covers 30 days of demand.',
    kpiIds: ['cart_abandonment'],
    expectedImprovement: [makePrediction()],
    risk: 34,
    riskTier: 'medium',
    confidence: 78,
    cost: { amount: 4320, currency: 'EUR' },
    reversible: 'compensable',
    requiresValidation: true,
    state: 'pending_approval',
    stateReason: null,
    revision: 1,
    rowVersion: 1,
    digest: digestOf(number),
    parameters: {
      supplierId: 7,
      warehouseId: 1,
      expedited: true,
      lines: [{ productId: 123, quantity: 240 }],
    },
    dependsOn: [],
    urgency: 0.9 - number * 0.01,
    approval: makeApproval(),
    simulated: true,
    createdAt: wallNow,
    createdAsOf: businessNow,
    ...part,
  };
}

export function makeActionDetail(summary: ActionSummary, part: Partial<ActionDetail> = {}): ActionDetail {
  return {
    ...summary,
    findings: [],
    objections: [],
    supersedesId: null,
    compensatesId: null,
    task: null,
    receipt: null,
    outcomes: [],
    timeline: [
      { at: wallNow, asOf: businessNow, event: 'proposed', actor: 'Stock and demand', route: null, detail: null },
      {
        at: wallNow,
        asOf: businessDaysAgo(0),
        event: 'pending_approval',
        actor: null,
        route: null,
        detail: 'medium risk: one approver of the pole or an administrator',
      },
    ],
    dryRun: null,
    ...part,
  };
}
