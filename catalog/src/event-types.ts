import type { ExpertiseTag } from './schema/agent.ts';

export interface EventTypeRecord {
  readonly label: string;
  /** What somebody must know to contribute to a plan for this event. */
  readonly expertise: readonly ExpertiseTag[];
}

/** The founding four and eight more; every KPI maps to one. */
export const eventTypes = {
  STOCK_ALERT: { label: 'Stock', expertise: ['stock', 'procurement', 'suppliers', 'forecasting', 'warehouse'] },
  COST_ANOMALY: { label: 'Cost anomaly', expertise: ['cost', 'advertising', 'margin', 'acquisition'] },
  PERFORMANCE_DEGRADATION: { label: 'Performance', expertise: ['latency', 'release', 'architecture', 'checkout'] },
  CAMPAIGN_OPPORTUNITY: { label: 'Opportunity', expertise: ['advertising', 'demand', 'pricing', 'customers'] },
  CONVERSION_DROP: { label: 'Conversion', expertise: ['checkout', 'usability', 'pricing', 'demand'] },
  DELIVERY_DELAY: { label: 'Delivery', expertise: ['fulfillment', 'carriers', 'warehouse', 'support'] },
  CUSTOMER_RISK: { label: 'Customers', expertise: ['support', 'satisfaction', 'customers', 'loyalty'] },
  QUALITY_REGRESSION: { label: 'Quality', expertise: ['code-quality', 'testing', 'defects', 'roadmap'] },
  SECURITY_RISK: { label: 'Security', expertise: ['security', 'risk', 'privacy', 'release'] },
  CASH_RISK: { label: 'Cash', expertise: ['cash', 'cost', 'invoicing', 'risk'] },
  TALENT_RISK: { label: 'People', expertise: ['hiring', 'retention'] },
  COMPLIANCE_RISK: { label: 'Compliance', expertise: ['compliance', 'privacy', 'accessibility', 'sustainability'] },
} as const satisfies Record<string, EventTypeRecord>;

export type EventType = keyof typeof eventTypes;
export const eventTypeIds = Object.keys(eventTypes) as [EventType, ...EventType[]];
