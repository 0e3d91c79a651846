import type { SetSummary } from './summary.ts';

export interface TargetCheck {
  readonly subject: string;
  readonly measured: number;
  readonly wanted: string;
  readonly met: boolean;
}

/** What the project promised before it looked at any test part. */
export function checkTargets(summary: SetSummary): TargetCheck[] {
  const { name, coverage90 } = summary;
  const interval = {
    subject: `${name}: coverage of the 90 % interval`,
    measured: coverage90,
    wanted: '0.87–0.93',
    met: coverage90 >= 0.87 && coverage90 <= 0.93,
  };
  const largestOwa = name === 'M4 weekly' ? 0.9 : name === 'M4 hourly' ? 0.55 : undefined;
  if (largestOwa !== undefined) {
    const met = summary.owa <= largestOwa;
    return [{ subject: `${name}: OWA`, measured: summary.owa, wanted: `≤ ${largestOwa}`, met }, interval];
  }
  const gain = { subject: `${name}: sMAPE below the seasonal naive`, measured: summary.smapeGain, wanted: '≥ 0.15' };
  return name === 'NN5 daily' ? [{ ...gain, met: summary.smapeGain >= 0.15 }, interval] : [interval];
}
