/** What may go wrong in the simulated company. A disturbance acts on mechanisms, never on a KPI. */
export type Disturbance =
  | {
      kind: 'supplier-late';
      fromDay: number;
      untilDay: number;
      supplierId: number;
      delayDays: number;
      expeditedDelayDays: number;
    }
  | { kind: 'stock-loss'; fromDay: number; untilDay: number; productIds: number[]; coverDays: number }
  | { kind: 'demand-surge'; fromDay: number; untilDay: number; productIds: number[]; factor: number }
  | {
      kind: 'bid-runaway';
      fromDay: number;
      untilDay: number;
      campaignId: number;
      spendFactor: number;
      clickShare: number;
    }
  | { kind: 'slow-release'; fromDay: number; untilDay: number; latencyFactor: number; completionFactor: number }
  | { kind: 'contact-wave'; fromDay: number; untilDay: number; factor: number; absentAgents: number }
  | { kind: 'price-import'; fromDay: number; untilDay: number; productIds: number[]; priceFactor: number }
  | { kind: 'bulk-delivery'; fromDay: number; untilDay: number; volumeShare: number }
  | { kind: 'staff-absence'; fromDay: number; untilDay: number; share: number }
  | { kind: 'carrier-failure'; fromDay: number; untilDay: number; carrierId: number; extraDays: number }
  | { kind: 'channel-loss'; fromDay: number; untilDay: number; channel: string; factor: number }
  | { kind: 'defect-batch'; fromDay: number; untilDay: number; category: number; factor: number };

export type DisturbanceKind = Disturbance['kind'];

export function activeOf<K extends DisturbanceKind>(
  disturbances: readonly Disturbance[],
  kind: K,
  day: number
): Extract<Disturbance, { kind: K }>[] {
  const found: Extract<Disturbance, { kind: K }>[] = [];
  for (const disturbance of disturbances) {
    if (disturbance.kind === kind && disturbance.fromDay <= day && day < disturbance.untilDay) {
      found.push(disturbance as Extract<Disturbance, { kind: K }>);
    }
  }
  return found;
}

/** True on the first day of a disturbance, when its one-off part happens. */
export function startsOn<K extends DisturbanceKind>(
  disturbances: readonly Disturbance[],
  kind: K,
  day: number
): Extract<Disturbance, { kind: K }>[] {
  return activeOf(disturbances, kind, day).filter((disturbance) => disturbance.fromDay === day);
}
