import type { Severity } from '../contract/findings.ts';

/** Severity by how far a ratio is past `notable`, `serious`, `grave`: ascending limits. */
export function severityBy(value: number, [notable, serious, grave]: readonly [number, number, number]): Severity {
  if (value >= grave) return 'critical';
  if (value >= serious) return 'high';
  return value >= notable ? 'medium' : 'low';
}
