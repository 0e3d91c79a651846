import type { Installation } from '../installation/installation.ts';

const SERIES = /^aicos_runner_lead_seconds\{step="alert_to_plan"\} (\S+)$/m;

/** Milliseconds from the receipt of the last alert to its stored plan, as the runner itself measures them. */
export async function readAlertToPlan({ urls }: Installation): Promise<number> {
  const response = await fetch(`${urls.runner}/metrics`, { signal: AbortSignal.timeout(10_000) });
  const seconds = SERIES.exec(await response.text())?.[1];
  if (seconds === undefined)
    throw new Error('the runner does not report aicos_runner_lead_seconds{step="alert_to_plan"}');
  return Math.round(Number(seconds) * 1000);
}
