import type { ClassicBoard } from '../classic.ts';
import { board } from '../board.ts';
import type { BoardContext } from '../board-context.ts';
import { bars, rows, stat, trend, type Line, type PanelText } from '../panels/plain-panels.ts';

const perSecond = { unit: 'ops' };
const number = { unit: 'short' };

function rate(counter: string, by: string): Line {
  return { expr: `sum by (${by}) (rate(${counter}[$__rate_interval]))`, legend: `{{${by}}}` };
}

function text(title: string, description: string, unit: { unit: string }): PanelText {
  return { title, description, ...unit };
}

function exporterPanels() {
  return [
    trend(text('Collector duration', 'Duration of the last run of each collector.', { unit: 's' }), [
      { expr: 'max by (collector) (aicos_collector_duration_seconds)', legend: '{{collector}}' },
    ]),
    trend(text('Collector errors', 'Failed runs per second.', perSecond), [
      rate('aicos_collector_errors_total', 'collector'),
    ]),
    bars(
      text('Age of the values', 'Business time since the point each KPI describes; the ten oldest.', { unit: 's' }),
      [
        {
          expr: 'topk(10, scalar(max(aicos_business_timestamp_seconds)) - max by (kpi) (aicos_kpi_as_of_timestamp_seconds))',
          legend: '{{kpi}}',
        },
      ]
    )
      .span(8)
      .height(7),
    rows(
      text('Without a value', 'KPIs that are undefined, and why.', number),
      'max by (kpi, reason) (aicos_kpi_undefined_info)',
      ['Value']
    ),
    rows(
      text('Failing collectors', 'Collectors whose last run failed.', number),
      'max by (collector) (aicos_collector_success) == 0',
      ['Value']
    ),
  ];
}

function rulePanels() {
  return [
    trend(text('Rule failures', 'Rule evaluations that failed per second.', perSecond), [
      rate('prometheus_rule_evaluation_failures_total', 'rule_group'),
    ]),
    trend(text('Rule groups', 'Duration of the last evaluation of each group.', { unit: 's' }), [
      { expr: 'max by (rule_group) (prometheus_rule_group_last_duration_seconds)', legend: '{{rule_group}}' },
    ]),
    trend(text('Notifications', 'Notifications of Alertmanager per second, and those that failed.', perSecond), [
      { expr: 'sum(rate(alertmanager_notifications_total[$__rate_interval]))', legend: 'attempted' },
      { expr: 'sum(rate(alertmanager_notifications_failed_total[$__rate_interval]))', legend: 'failed' },
      { expr: 'sum(rate(prometheus_notifications_dropped_total[$__rate_interval]))', legend: 'dropped by Prometheus' },
    ]),
  ];
}

function runnerPanels() {
  return [
    trend(text('Alerts received', 'Alerts per second, by what became of them.', perSecond), [
      rate('aicos_runner_alerts_total', 'result'),
    ]),
    trend(text('Webhook answers', 'Webhook requests per second, by status.', perSecond), [
      rate('aicos_runner_webhook_requests_total', 'status'),
    ]),
    trend(text('Being stored', 'Webhook requests in flight.', number), [
      { expr: 'max(aicos_runner_intake_in_flight)', legend: 'in flight' },
    ]),
    trend(text('Stages, p95', 'Time a stage took, 95th percentile.', { unit: 's' }), [
      {
        expr: 'histogram_quantile(0.95, sum by (le, stage) (rate(aicos_runner_stage_duration_seconds_bucket[$__rate_interval])))',
        legend: '{{stage}}',
      },
    ]),
    trend(text('Failed stages', 'Work that failed per second, by stage.', perSecond), [
      {
        expr: 'sum by (stage) (rate(aicos_runner_stage_total{outcome="failed"}[$__rate_interval]))',
        legend: '{{stage}}',
      },
    ]),
    trend(text('Found by the sweeper', 'Rows that waited and were picked up, per second.', perSecond), [
      rate('aicos_runner_swept_total', 'sweep'),
    ]),
    trend(text('Audit chain', 'Number of the last link.', number), [
      { expr: 'max(aicos_runner_audit_head)', legend: 'head' },
    ]),
  ];
}

export function stackOperationsBoard(context: BoardContext): ClassicBoard {
  const builder = board(
    {
      uid: 'aicos-stack-operations',
      title: 'Stack operations',
      description: 'Exporters, rules, Alertmanager and the runner: is the measuring itself well?',
      days: 7,
      alerts: 'class="meta",alertname!="Watchdog"',
    },
    context
  );
  const panels = [
    stat(
      text('Alert path silent', '1 while the runner hears nothing from Alertmanager.', number),
      'max(aicos_runner_blind)'
    ),
    stat(text('Series', 'Series in the head block of Prometheus.', number), 'max(prometheus_tsdb_head_series)'),
    stat(text('Active alerts', 'Alerts that Alertmanager holds.', number), 'sum(alertmanager_alerts{state="active"})'),
    stat(text('Live viewers', 'Open live streams.', number), 'max(aicos_runner_stream_clients)'),
    bars(text('Up', '1 when the last scrape of the job worked.', { unit: 'none' }), [
      { expr: 'max by (job) (up)', legend: '{{job}}' },
    ])
      .span(24)
      .height(5),
    ...exporterPanels(),
    ...rulePanels(),
    ...runnerPanels(),
    trend(text('API of the company, p95', 'Latency by service; the source of backend_p95_ms.', { unit: 's' }), [
      {
        expr: 'histogram_quantile(0.95, sum by (le, service) (rate(http_request_duration_seconds_bucket[$__rate_interval])))',
        legend: '{{service}}',
      },
    ]),
  ];
  for (const panel of panels) builder.withPanel(panel);
  return builder;
}
