import type { KpiRecord } from '@ai-cos/catalog';

/** A native value in the base unit of its metric, without the digits that floating point adds (82 × 0.01). */
export function baseValue({ nativeToBase }: Pick<KpiRecord, 'nativeToBase'>, native: number): number {
  return Number((native * nativeToBase).toPrecision(12));
}
