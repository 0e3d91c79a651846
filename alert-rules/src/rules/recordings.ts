import {
  baseCounterIds,
  baseCounters,
  type BaseCounterId,
  promDuration,
  scaled,
  type TimeScale,
} from '@ai-cos/catalog';
import { flowKpis, flowSignal, type CounterSlice, type FlowKpi } from '../flows/flow-signals.ts';
import {
  businessPace,
  meanBusinessPace,
  flowBaseline,
  flowEvents,
  flowExpected,
  flowTrials,
  recordedIncrease,
} from '../flows/recorded-names.ts';
import {
  baselineWeeks,
  flowWindowNames,
  flowWindows,
  minBaselineWeeks,
  weekSeconds,
  type FlowWindow,
} from '../flows/windows.ts';
import type { RecordingRule, RuleGroup } from '../rule.ts';
import { counterRangeSeconds, rangeSeconds } from '../rule-durations.ts';

function paceRule(scale: TimeScale): RecordingRule {
  const seconds = rangeSeconds(scale, 0);
  const nominal = (seconds * 86_400) / scale.daySeconds;
  return {
    record: businessPace,
    expr: `max(delta(aicos_business_timestamp_seconds[${promDuration(seconds)}])) / ${nominal}`,
  };
}

/** Recorded once, because every flow rule asks for it. */
function meanPaceRule(scale: TimeScale): RecordingRule {
  const range = promDuration(scaled(scale, (Math.max(...baselineWeeks) + 1) * weekSeconds));
  return { record: meanBusinessPace, expr: `avg_over_time(${businessPace}[${range}])` };
}

function increaseRule(counter: BaseCounterId, window: FlowWindow, scale: TimeScale): RecordingRule {
  const { name, labels } = baseCounters[counter];
  const range = promDuration(counterRangeSeconds(scale, flowWindows[window]));
  const by = labels.length === 0 ? '()' : `(${labels.join(', ')})`;
  // max, not sum: two exporters of one company count the same facts.
  return { record: recordedIncrease(counter, window), expr: `max by ${by} (increase(${name}[${range}]))` };
}

function sliceSum({ counter, where }: CounterSlice, window: FlowWindow): string {
  const selector = where === undefined ? '' : `{${where}}`;
  return `sum(${recordedIncrease(counter, window)}${selector})`;
}

function flowRules(kpi: FlowKpi, window: FlowWindow): RecordingRule[] {
  const { events, trials } = flowSignal(kpi);
  const labels = { kpi };
  return [
    // A slice that never occurred is zero; a counter that is not there is nothing, or a lost feed would look like a dead checkout.
    {
      record: flowEvents(window),
      labels,
      expr:
        events.where === undefined
          ? sliceSum(events, window)
          : `${sliceSum(events, window)} or 0 * ${sliceSum({ counter: events.counter }, window)}`,
    },
    { record: flowTrials(window), labels, expr: sliceSum(trials, window) },
  ];
}

function weeklyUnion(series: string, scale: TimeScale): string {
  const parts = baselineWeeks.map((week) => {
    const offset = promDuration(scaled(scale, week * weekSeconds));
    return `  label_replace(${series} offset ${offset}, "week", "${week}", "", "")`;
  });
  return parts.join('\n  or\n');
}

function baselineRules(window: FlowWindow, scale: TimeScale): RecordingRule[] {
  const events = weeklyUnion(flowEvents(window), scale);
  const trials = weeklyUnion(flowTrials(window), scale);
  return [
    {
      record: flowBaseline(window),
      expr: [
        `sum by (kpi) (\n${events}\n)`,
        '/',
        `sum by (kpi) (\n${trials}\n)`,
        `and count by (kpi) (\n${trials}\n) >= ${minBaselineWeeks}`,
      ].join('\n'),
    },
    { record: flowExpected(window), expr: `${flowTrials(window)} * on (kpi) ${flowBaseline(window)}` },
  ];
}

/** Companions of the base counters and what the flow rules compare them with. */
export function recordingGroups(scale: TimeScale): RuleGroup[] {
  const windows = flowWindowNames;
  const usedBy = (window: FlowWindow) => flowKpis.filter((kpi) => flowSignal(kpi).windows.includes(window));
  return [
    {
      name: 'aicos-base-increases',
      rules: [
        paceRule(scale),
        meanPaceRule(scale),
        ...windows.flatMap((window) => baseCounterIds.map((counter) => increaseRule(counter, window, scale))),
      ],
    },
    {
      name: 'aicos-flows',
      rules: windows.flatMap((window) => usedBy(window).flatMap((kpi) => flowRules(kpi, window))),
    },
    { name: 'aicos-flow-baselines', rules: windows.flatMap((window) => baselineRules(window, scale)) },
  ];
}

/** Names of everything recorded; dashboards check their queries against it. */
export function recordedSeries(): string[] {
  const names = flowWindowNames.flatMap((window) => [
    ...baseCounterIds.map((counter) => recordedIncrease(counter, window)),
    flowEvents(window),
    flowTrials(window),
    flowBaseline(window),
    flowExpected(window),
  ]);
  return [...names, businessPace, meanBusinessPace, 'aicos:kpi_off_target:latch'];
}
