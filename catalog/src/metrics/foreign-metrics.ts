import type { MetricFamily } from '../schema/metric-family.ts';

/** Families of others that rules and dashboards read. */
export const foreignMetrics = [
  {
    name: 'http_request_duration_seconds',
    type: 'histogram',
    labels: ['service'],
    help: 'Latency of the API of the company; source of backend_p95_ms.',
    producer: 'demo',
  },
  { name: 'up', type: 'gauge', labels: [], help: '1 when the last scrape worked.', producer: 'prometheus' },
  {
    name: 'prometheus_rule_evaluation_failures_total',
    type: 'counter',
    labels: ['rule_group'],
    help: 'Rule evaluations that failed.',
    producer: 'prometheus',
  },
  {
    name: 'prometheus_rule_group_last_duration_seconds',
    type: 'gauge',
    labels: ['rule_group'],
    help: 'Duration of the last evaluation of a rule group.',
    producer: 'prometheus',
  },
  {
    name: 'prometheus_notifications_dropped_total',
    type: 'counter',
    labels: [],
    help: 'Alerts that never reached an Alertmanager.',
    producer: 'prometheus',
  },
  {
    name: 'prometheus_tsdb_head_series',
    type: 'gauge',
    labels: [],
    help: 'Series in the head block.',
    producer: 'prometheus',
  },
  {
    name: 'alertmanager_notifications_total',
    type: 'counter',
    labels: ['integration'],
    help: 'Notifications attempted.',
    producer: 'alertmanager',
  },
  {
    name: 'alertmanager_notifications_failed_total',
    type: 'counter',
    labels: ['integration'],
    help: 'Notifications that failed.',
    producer: 'alertmanager',
  },
  {
    name: 'alertmanager_alerts',
    type: 'gauge',
    labels: ['state'],
    help: 'Alerts by state.',
    producer: 'alertmanager',
  },
  {
    name: 'ALERTS',
    type: 'gauge',
    labels: ['alertname', 'alertstate', 'severity', 'kpi', 'class', 'domain', 'pole', 'agent', 'squad', 'event_type'],
    help: 'Pending and firing alerts, written by the rules.',
    producer: 'prometheus',
  },
] as const satisfies readonly MetricFamily[];
