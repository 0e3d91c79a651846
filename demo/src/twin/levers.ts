/** The handles that people and agents can move. Each command counts from the day it is given to `step`. */
export type LeverCommand =
  | { kind: 'price'; productId: number; price: number; reason: string }
  | { kind: 'ad-budget'; campaignId: number; dailyBudget: number }
  | { kind: 'campaign-paused'; campaignId: number; paused: boolean }
  | {
      kind: 'purchase-order';
      purchaseOrderId: number;
      supplierId: number;
      expedited: boolean;
      lines: { productId: number; quantity: number }[];
    }
  | { kind: 'purchase-order-cancel'; purchaseOrderId: number }
  | { kind: 'reorder-point'; productId: number; reorderPoint: number }
  | { kind: 'support-staff'; extraAgents: number; days: number }
  | { kind: 'warehouse-shift'; extraStaff: number; days: number }
  | { kind: 'carrier-weights'; weights: { carrierId: number; share: number }[] }
  | { kind: 'overflow-storage'; warehouseId: number; volumeM3: number; days: number }
  | { kind: 'voucher-limit'; maxUses: number | null }
  | { kind: 'flag'; key: string; variant: string }
  | { kind: 'operating-budget'; department: string; account: string; monthlyAmount: number };

export type LeverKind = LeverCommand['kind'];
