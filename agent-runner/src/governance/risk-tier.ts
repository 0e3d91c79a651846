import type { RiskTier } from '../contract/index.ts';

/** Tier of a risk of 0–100. */
export function riskTierOf(risk: number): RiskTier {
  if (risk >= 75) return 'critical';
  if (risk >= 50) return 'high';
  return risk >= 25 ? 'medium' : 'low';
}
