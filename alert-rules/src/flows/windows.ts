/** Windows of the flow rules in company seconds; the name is part of the recorded series. */
export const flowWindows = {
  '1h': 3600,
  '2h': 7200,
  '24h': 86_400,
} as const;
export type FlowWindow = keyof typeof flowWindows;
export const flowWindowNames = Object.keys(flowWindows) as [FlowWindow, ...FlowWindow[]];

/** The same hours of this many weeks before are the expectation; two of them must exist. */
export const baselineWeeks = [1, 2, 3, 4] as const;
export const minBaselineWeeks = 2;
export const weekSeconds = 7 * 86_400;
