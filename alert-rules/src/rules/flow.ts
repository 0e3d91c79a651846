import { kpis, type TimeScale } from '@ai-cos/catalog';
import { flowAlert } from '../alert-names.ts';
import { flowKpis, flowSignal, type FlowKpi, type FlowSignal } from '../flows/flow-signals.ts';
import { flowEvents, flowExpected, flowTrials, meanBusinessPace } from '../flows/recorded-names.ts';
import { flowWindows, type FlowWindow } from '../flows/windows.ts';
import { kpiLabels, kpiLinks } from '../kpi-labels.ts';
import { severities, type AlertRule, type RuleGroup, type Severity } from '../rule.ts';
import { forSeconds, keepFiringSeconds } from '../rule-durations.ts';
import { unlessObserved } from './stage-filter.ts';

/** Smallest change worth waking somebody, as events ÷ expected events. */
export const materialRatio = {
  fewer: { warning: 0.7, critical: 0.4 },
  more: { warning: 1.4, critical: 2 },
} as const;

/** How many standard deviations make chance an unlikely reason: about one false alarm in 700 independent windows. */
export const deviations = 3;
/** Events (where more is worse) or trials (for amounts) below which nothing is said. */
const minCount = 10;

/** For counts worth fewer, `expected > 3 √expected` already demands nine expected events. */
function beyondChance(kpi: FlowKpi, signal: FlowSignal, window: FlowWindow): string {
  const select = `{kpi="${kpi}"}`;
  const [events, expected, trials] = [flowEvents(window), flowExpected(window), flowTrials(window)].map(
    (name) => name + select
  );
  if (signal.spread.kind === 'amount') {
    const spread = `${deviations} * ${signal.spread.variation} * ${expected} / sqrt(${trials})`;
    return `${expected} - ${events} > ${spread} and ${trials} >= ${minCount}`;
  }
  if (signal.worse === 'fewer') return `${expected} - ${events} > ${deviations} * sqrt(${expected})`;
  return `${events} - ${expected} > ${deviations} * sqrt(clamp_min(${expected}, 1)) and ${events} >= ${minCount}`;
}

function windowExpression(kpi: FlowKpi, severity: Severity, window: FlowWindow): string {
  const signal = flowSignal(kpi);
  const select = `{kpi="${kpi}"}`;
  const ratio = `${flowEvents(window)}${select} / ${flowExpected(window)}${select}`;
  const comparison = signal.worse === 'fewer' ? '<' : '>';
  return [
    '(',
    `  ${ratio} ${comparison} ${materialRatio[signal.worse][severity]}`,
    `  and ${beyondChance(kpi, signal, window)}`,
    // Facts that have not arrived yet are not missing. The lag is in company time at every scale.
    `  unless on (kpi) max by (kpi) (aicos_kpi_feed_lag_seconds{kpi="${kpi}"}) > ${flowWindows[window] / 4}`,
    ')',
  ].join('\n');
}

/** A clock that paused or changed pace since the baseline makes other hours of "the same hours". */
const unlessUneven = `unless on () abs(${meanBusinessPace} - 1) > 0.05`;

function expression(kpi: FlowKpi, severity: Severity): string {
  const windows = flowSignal(kpi).windows.map((window) => windowExpression(kpi, severity, window));
  return `(\n${windows.join('\nor\n')}\n)\n${unlessUneven}\n${unlessObserved(kpi)}`;
}

function rule(kpi: FlowKpi, severity: Severity, scale: TimeScale): AlertRule {
  const { text } = flowSignal(kpi);
  return {
    alert: flowAlert(kpi),
    expr: expression(kpi, severity),
    forSeconds: forSeconds(scale, 60),
    keepFiringSeconds: keepFiringSeconds(scale, 600),
    labels: kpiLabels(kpi, severity),
    annotations: {
      summary: `${kpis[kpi].label}: ${text} far from the usual`,
      description: `In the last hours ${text} are at {{ $value | humanizePercentage }} of the same hours of the last four weeks.`,
      ...kpiLinks(kpi, flowAlert(kpi)),
    },
  };
}

/** Early warning of the fast KPIs: trailing windows of days would hide a dead checkout for a week. */
export function flowGroups(scale: TimeScale): RuleGroup[] {
  return [
    {
      name: 'aicos-flow-anomalies',
      rules: flowKpis.flatMap((kpi) => severities.map((severity) => rule(kpi, severity, scale))),
    },
  ];
}
