import type { Disturbance } from '@ai-cos/demo';

/** Mild disturbances that alone stay inside the bands. */
export function noiseDisturbances(kind: string, day: number): Disturbance[] {
  const window = { fromDay: day, untilDay: day + 12 };
  switch (kind) {
    case 'absence':
      return [{ kind: 'staff-absence', ...window, share: 0.12 }];
    case 'bids':
      return [{ kind: 'bid-runaway', ...window, campaignId: 6, spendFactor: 1.5, clickShare: 0.6 }];
    case 'supplier':
      return [{ kind: 'supplier-late', ...window, supplierId: 5, delayDays: 3, expeditedDelayDays: 1 }];
    default:
      return [{ kind: 'contact-wave', ...window, factor: 1.15, absentAgents: 0 }];
  }
}
