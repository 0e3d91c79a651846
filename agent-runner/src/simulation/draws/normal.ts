function ratio(x: number, top: readonly number[], bottom: readonly number[]): number {
  let numerator = 0;
  let denominator = 0;
  for (const coefficient of top) numerator = numerator * x + coefficient;
  for (const coefficient of bottom) denominator = denominator * x + coefficient;
  return numerator / denominator;
}

// Acklam's rational approximation, relative error below 1.2e-9.
const centreTop = [
  -3.969683028665376e1, 2.209460984245205e2, -2.759285104469687e2, 1.38357751867269e2, -3.066479806614716e1,
  2.506628277459239,
];
const centreBottom = [
  -5.447609879822406e1, 1.615858368580409e2, -1.556989798598866e2, 6.680131188771972e1, -1.328068155288572e1, 1,
];
const tailTop = [
  -7.784894002430293e-3, -3.223964580411365e-1, -2.400758277161838, -2.549732539343734, 4.374664141464968,
  2.938163982698783,
];
const tailBottom = [7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661907416, 1];

/** Standard normal value that a share of `probability` lies below; for probabilities strictly inside (0, 1). */
export function normalQuantile(probability: number): number {
  if (probability > 0.97575) return -normalQuantile(1 - probability);
  if (probability < 0.02425) return ratio(Math.sqrt(-2 * Math.log(probability)), tailTop, tailBottom);
  const offset = probability - 0.5;
  return offset * ratio(offset * offset, centreTop, centreBottom);
}
