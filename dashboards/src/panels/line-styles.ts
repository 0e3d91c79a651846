import type { DynamicConfigValue } from '@grafana/grafana-foundation-sdk/dashboard';

/** Reference lines step back behind the value. */
export const dashedGrey: DynamicConfigValue[] = [
  { id: 'custom.lineStyle', value: { fill: 'dash', dash: [6, 6] } },
  { id: 'custom.lineWidth', value: 1 },
  { id: 'custom.fillOpacity', value: 0 },
  { id: 'color', value: { mode: 'fixed', fixedColor: 'text' } },
];

export function dashed(color: string): DynamicConfigValue[] {
  return [
    { id: 'custom.lineStyle', value: { fill: 'dash', dash: [4, 8] } },
    { id: 'custom.lineWidth', value: 1 },
    { id: 'color', value: { mode: 'fixed', fixedColor: color } },
  ];
}

/** Upper edge of a band that is filled down to the series named `lower`. */
export function bandEdge(lower?: string): DynamicConfigValue[] {
  return [
    { id: 'custom.lineWidth', value: 0 },
    { id: 'color', value: { mode: 'fixed', fixedColor: 'blue' } },
    ...(lower === undefined
      ? []
      : [
          { id: 'custom.fillBelowTo', value: lower },
          { id: 'custom.fillOpacity', value: 12 },
        ]),
  ];
}
