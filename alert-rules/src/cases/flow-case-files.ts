import { baseCounters, kpis, promDuration } from '@ai-cos/catalog';
import { flowAlert } from '../alert-names.ts';
import { flowSignal } from '../flows/flow-signals.ts';
import { businessPace } from '../flows/recorded-names.ts';
import { kpiLabels, kpiLinks } from '../kpi-labels.ts';
import type { Severity } from '../rule.ts';
import { flowCases, type CounterPlay, type FlowCase, type FlowCheck } from './flow-cases.ts';
import { promtoolFile, seriesName, type ExpectedAlert, type PromtoolTest } from './promtool-file.ts';

const stepSeconds = 1800;
/** Coarser than in production, so that two weeks of baseline are evaluated in seconds. */
const evaluationSeconds = 3600;
/** Two weeks of baseline and the day before them, then the break. */
const breakStep = (15 * 86_400 + 12 * 3600) / stepSeconds;
const stepsAfter = (13 * 3600) / stepSeconds;

function counterSeries(play: CounterPlay, exporter: string) {
  const { counter, labels, before, after } = play;
  const atBreak = before * breakStep;
  return {
    series: seriesName(baseCounters[counter].name, { ...labels, instance: exporter, job: 'aicos-exporters' }),
    values: `0+${before}x${breakStep} ${atBreak + after}+${after}x${stepsAfter}`,
  };
}

function expected({ kpi, share = '' }: FlowCheck, severity: Severity): ExpectedAlert {
  const { text } = flowSignal(kpi);
  return {
    exp_labels: kpiLabels(kpi, severity),
    exp_annotations: {
      summary: `${kpis[kpi].label}: ${text} far from the usual`,
      description: `In the last hours ${text} are at ${share} of the same hours of the last four weeks.`,
      ...kpiLinks(kpi, flowAlert(kpi)),
    },
  };
}

function flowTest(flowCase: FlowCase): PromtoolTest {
  const lag = Object.entries(flowCase.feedLag ?? {}).map(([kpi, seconds]) => ({
    series: seriesName('aicos_kpi_feed_lag_seconds', { kpi, feed: 'orders' }),
    values: `${seconds}x${breakStep + stepsAfter}`,
  }));
  return {
    interval: promDuration(stepSeconds),
    input_series: [
      ...flowCase.exporters.flatMap((exporter) => flowCase.counters.map((play) => counterSeries(play, exporter))),
      ...lag,
      { series: businessPace, values: `${flowCase.pace ?? 1}x${breakStep + stepsAfter}` },
    ],
    alert_rule_test: flowCase.checks.map((check) => ({
      eval_time: promDuration(breakStep * stepSeconds + check.hours * 3600),
      alertname: flowAlert(check.kpi),
      exp_alerts: check.firing.map((severity) => expected(check, severity)),
    })),
  };
}

/** File name → promtool test file of the flow rules, at production timings. */
export function flowCaseFiles(): Map<string, string> {
  return new Map(
    flowCases.map((flowCase) => [
      `flow-${flowCase.name}.test.yml`,
      promtoolFile({
        claim: flowCase.claim,
        kinds: ['recordings', 'flow'],
        evaluationSeconds,
        tests: [flowTest(flowCase)],
      }),
    ])
  );
}
