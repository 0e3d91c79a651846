import { kpiIds, kpis, type KpiId, type TimeScale } from '@ai-cos/catalog';
import { offTargetAlert } from '../alert-names.ts';
import { kpiLabels, kpiLinks } from '../kpi-labels.ts';
import { severities, type AlertRule, type RuleGroup, type Severity } from '../rule.ts';
import { forSeconds, keepFiringSeconds } from '../rule-durations.ts';
import { currentValueTemplate, thresholdTemplate } from '../value-text.ts';
import { unlessObserved } from './stage-filter.ts';

/** Company seconds; confirmation already happened in the exporter, `for` only bridges a missed scrape. */
export const offTargetHold = {
  fast: { for: 60, keepFiring: 600 },
  slow: { for: 300, keepFiring: 1800 },
} as const;

/** Critical counts as warning too: a KPI that gets worse never resolves its warning. */
const statusPattern: Record<Severity, string> = { warning: '=~"warning|critical"', critical: '="critical"' };

function expression(kpi: KpiId, severity: Severity): string {
  // max by: a replaced or doubled exporter is the same alert, because its target labels are gone.
  return [
    `max by (kpi, store) (aicos_kpi_status{kpi="${kpi}",status${statusPattern[severity]}}) == 1`,
    `and on (kpi, store) max by (kpi, store) (aicos_kpi_significant{kpi="${kpi}"}) == 1`,
    unlessObserved(kpi),
  ].join('\n');
}

function thresholdsText(kpi: KpiId, severity: Severity): string {
  if (kpis[kpi].direction === 'band') {
    const low = thresholdTemplate(kpi, `low_${severity}`);
    const high = thresholdTemplate(kpi, `high_${severity}`);
    return `${severity} outside ${low} to ${high}`;
  }
  return `target ${thresholdTemplate(kpi, 'target')}, ${severity} from ${thresholdTemplate(kpi, severity)}`;
}

function description(kpi: KpiId, severity: Severity): string {
  if (kpis[kpi].sensitivity === 'restricted') {
    return 'The value is restricted; people with the right see it on the page of the KPI.';
  }
  return `Now ${currentValueTemplate(kpi)}; ${thresholdsText(kpi, severity)}.`;
}

function summary(kpi: KpiId, severity: Severity): string {
  return `${kpis[kpi].label} is past its ${severity} threshold{{ if $labels.store }} in {{ $labels.store }}{{ end }}`;
}

function rule(kpi: KpiId, severity: Severity, scale: TimeScale): AlertRule {
  const hold = offTargetHold[kpis[kpi].class];
  return {
    alert: offTargetAlert(kpi),
    expr: expression(kpi, severity),
    forSeconds: forSeconds(scale, hold.for),
    keepFiringSeconds: keepFiringSeconds(scale, hold.keepFiring),
    labels: kpiLabels(kpi, severity),
    annotations: {
      summary: summary(kpi, severity),
      description: description(kpi, severity),
      ...kpiLinks(kpi, offTargetAlert(kpi)),
    },
  };
}

/** Two rules per KPI under one name: 80 rules, 40 names. */
export function offTargetGroups(scale: TimeScale): RuleGroup[] {
  return (['fast', 'slow'] as const).map((speed) => ({
    name: `aicos-off-target-${speed}`,
    rules: kpiIds
      .filter((kpi) => kpis[kpi].class === speed)
      .flatMap((kpi) => severities.map((severity) => rule(kpi, severity, scale))),
  }));
}
