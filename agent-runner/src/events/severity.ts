import { severities, type Severity } from '../contract/index.ts';

/** Severity of an alert label. */
export function severityOf(label: string | undefined): Severity {
  if (label === 'critical') return 'critical';
  return label === 'warning' ? 'medium' : 'low';
}

export function isWorse(left: Severity, right: Severity): boolean {
  return severities.indexOf(left) > severities.indexOf(right);
}
