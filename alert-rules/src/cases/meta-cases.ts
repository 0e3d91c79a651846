import { promDuration } from '@ai-cos/catalog';
import type { ExpectedAlert, PromtoolTest } from './promtool-file.ts';

const stepSeconds = 30;

interface MetaCase {
  readonly alert: string;
  readonly series: Readonly<Record<string, string>>;
  /** Steps at which the alert must be silent and must fire. */
  readonly silentAt: number;
  readonly firesAt: number;
  readonly severity: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly description: string;
}

const exporterUp = { 'up{job="aicos-exporters",instance="a"}': '1x60' };

export const metaCases: readonly MetaCase[] = [
  {
    alert: 'KpiStale',
    // Company time goes on by 30 s a step; the value stops at 0, and a conversion is stale after 3 × 60 s + 1800 s.
    series: {
      aicos_business_timestamp_seconds: '0+30x90',
      'aicos_kpi_as_of_timestamp_seconds{kpi="conversion_rate",instance="a"}': '0x90',
      'aicos_kpi_as_of_timestamp_seconds{kpi="cac",instance="a"}': '0x90',
    },
    silentAt: 66,
    firesAt: 71,
    severity: 'warning',
    labels: { kpi: 'conversion_rate' },
    summary: 'conversion_rate was not computed for three refresh periods',
    description: 'Its value describes 35m 30s ago in company time.',
  },
  {
    alert: 'ExporterDown',
    series: {
      'up{job="aicos-exporters",instance="a"}': '1x5 0x30',
      'up{job="aicos-exporters",instance="b"}': '0x5 1x14 0x15',
    },
    silentAt: 19,
    firesAt: 25,
    severity: 'critical',
    summary: 'No exporter answers: the company is not measured',
    description: 'Alerts about KPIs cannot fire and cannot resolve truthfully until an exporter is back.',
  },
  {
    alert: 'LowCoverage',
    series: {
      'aicos_health_coverage_ratio{scope="global",name="all",instance="a"}': '1x5 0.75x20',
      'aicos_health_coverage_ratio{scope="pole",name="tech",instance="a"}': '0.1x25',
    },
    silentAt: 9,
    firesAt: 10,
    severity: 'warning',
    labels: { scope: 'global', name: 'all' },
    summary: 'A fifth of the weight of all KPIs has no value',
    description: 'Only 75% of the weight is defined; health speaks for that part alone.',
  },
  {
    alert: 'CollectorFailing',
    series: {
      'aicos_collector_success{collector="sales",instance="a"}': '1x5 0x20',
      'aicos_collector_success{collector="support",instance="a"}': '1x25',
    },
    silentAt: 9,
    firesAt: 10,
    severity: 'warning',
    labels: { collector: 'sales' },
    summary: 'Collector sales fails',
    description: 'Its KPIs are undefined until it works again; the others are not affected.',
  },
  {
    alert: 'RuleFailure',
    series: { 'prometheus_rule_evaluation_failures_total{rule_group="aicos-flows"}': '0x5 1x30' },
    silentAt: 9,
    firesAt: 12,
    severity: 'critical',
    labels: { rule_group: 'aicos-flows' },
    summary: 'Rules of aicos-flows fail to evaluate',
    description: 'Alerts of this group may be missing.',
  },
  {
    alert: 'NotificationsFailing',
    series: {
      'alertmanager_notifications_failed_total{integration="webhook",instance="a"}': '0x5 1x30',
      'prometheus_notifications_dropped_total{instance="p"}': '0x35',
    },
    silentAt: 9,
    firesAt: 12,
    severity: 'critical',
    summary: 'Alerts do not reach the runner',
    description: 'The reconciler of the runner reads active alerts itself every minute; nothing else hears of them.',
  },
];

function expected({ alert, severity, labels, summary, description }: MetaCase): ExpectedAlert {
  return {
    exp_labels: {
      severity,
      class: 'meta',
      domain: 'tech',
      pole: 'tech',
      agent: 'ia-devops',
      squad: 'performance',
      ...labels,
    },
    exp_annotations: {
      summary,
      description,
      runbook_url: `/a/aicos-app/runbooks/${alert}`,
      dashboard: '/d/aicos-stack-operations',
    },
  };
}

function metaTest(metaCase: MetaCase): PromtoolTest {
  const series = metaCase.alert === 'ExporterDown' ? metaCase.series : { ...exporterUp, ...metaCase.series };
  const at = (step: number) => promDuration(step * stepSeconds);
  return {
    interval: promDuration(stepSeconds),
    input_series: Object.entries(series).map(([name, values]) => ({ series: name, values })),
    alert_rule_test: [
      { eval_time: at(metaCase.silentAt), alertname: metaCase.alert, exp_alerts: [] },
      { eval_time: at(metaCase.firesAt), alertname: metaCase.alert, exp_alerts: [expected(metaCase)] },
    ],
  };
}

/** The path itself: nothing is measured, and the Watchdog fires nevertheless. */
const watchdogTest: PromtoolTest = {
  interval: promDuration(stepSeconds),
  input_series: Object.entries(exporterUp).map(([name, values]) => ({ series: name, values })),
  alert_rule_test: [
    {
      eval_time: '0s',
      alertname: 'Watchdog',
      exp_alerts: [
        {
          exp_labels: { severity: 'none', class: 'meta' },
          exp_annotations: {
            summary: 'The path from Prometheus to the runner works',
            description: 'Without it for three minutes the runner says that it is blind.',
            runbook_url: '/a/aicos-app/runbooks/Watchdog',
            dashboard: '/d/aicos-stack-operations',
          },
        },
      ],
    },
  ],
};

export const metaCaseStepSeconds = stepSeconds;
export const metaTests: readonly PromtoolTest[] = [...metaCases.map(metaTest), watchdogTest];
