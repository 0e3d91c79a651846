import { kpiIds, kpis, type KpiId, promDuration } from '@ai-cos/catalog';
import { blindAlert, offTargetAlert } from '../alert-names.ts';
import { expectedAlert } from './expected-alert.ts';
import { stepSeconds, type KpiCase } from './kpi-case.ts';
import { kpiCases } from './kpi-cases.ts';
import { constantSeries, exporterSeries } from './kpi-series.ts';
import { promtoolFile, type PromtoolTest } from './promtool-file.ts';
import { stepsOf } from './steps.ts';

function inputSeries(kpi: KpiId, kpiCase: KpiCase): PromtoolTest['input_series'] {
  const exporters = Object.entries(kpiCase.exporters(stepsOf(kpi)));
  const length = Math.max(...exporters.map(([, scrapes]) => scrapes.length));
  return [
    ...exporters.flatMap(([exporter, scrapes]) => exporterSeries(kpi, exporter, scrapes)),
    ...constantSeries(kpi, kpiCase.stage ?? 'act', length),
  ];
}

/** All KPIs of a class are on one axis: their rules have the same durations, and KpiBlind is one name for all of them. */
function classTest(members: readonly [KpiId, ...KpiId[]], kpiCase: KpiCase): PromtoolTest {
  return {
    interval: promDuration(stepSeconds),
    input_series: members.flatMap((kpi) => inputSeries(kpi, kpiCase)),
    alert_rule_test: kpiCase.checks(stepsOf(members[0])).flatMap(({ step, firing }) => {
      const at = { eval_time: promDuration(step * stepSeconds) };
      const severities = firing.filter((name) => name !== 'blind');
      const offTarget = members.map((kpi) => ({
        ...at,
        alertname: offTargetAlert(kpi),
        exp_alerts: severities.map((severity) => expectedAlert(kpi, severity)),
      }));
      const blind = firing.includes('blind') ? members.map((kpi) => expectedAlert(kpi, 'blind')) : [];
      return [...offTarget, { ...at, alertname: blindAlert, exp_alerts: blind }];
    }),
  };
}

const classes = (['fast', 'slow'] as const).map(
  (speed) => kpiIds.filter((kpi) => kpis[kpi].class === speed) as [KpiId, ...KpiId[]]
);

/** File name → promtool test file, one per case. */
export function kpiCaseFiles(): Map<string, string> {
  return new Map(
    kpiCases.map((kpiCase) => [
      `off-target-${kpiCase.name}.test.yml`,
      promtoolFile({
        claim: kpiCase.claim,
        kinds: ['off-target', 'blind'],
        evaluationSeconds: stepSeconds,
        tests: classes.map((members) => classTest(members, kpiCase)),
      }),
    ])
  );
}
