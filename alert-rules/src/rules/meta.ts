import { kpiIds, kpis, promDuration, type TimeScale } from '@ai-cos/catalog';
import { watchdogAlert } from '../alert-names.ts';
import type { AlertRule, RuleGroup, Severity } from '../rule.ts';
import { fastestRefreshSeconds, forSeconds, keepFiringSeconds, rangeSeconds } from '../rule-durations.ts';

interface MetaAlert {
  readonly alert: string;
  readonly severity: Severity;
  readonly expr: string;
  readonly summary: string;
  readonly description: string;
}

function staleExpression(scale: TimeScale): string {
  const floor = (fastestRefreshSeconds * 86_400) / scale.daySeconds;
  const classes = [...new Set(kpiIds.map((kpi) => kpis[kpi].refreshSeconds))];
  const parts = classes.map((refresh) => {
    const members = kpiIds.filter((kpi) => kpis[kpi].refreshSeconds === refresh).join('|');
    // Business time on both sides: a paused clock makes nothing stale. The half hour covers scrapes and queries.
    const limit = Math.ceil(3 * Math.max(refresh, floor) + 1800);
    const asOf = `max by (kpi) (aicos_kpi_as_of_timestamp_seconds{kpi=~"${members}"})`;
    return `scalar(max(aicos_business_timestamp_seconds)) - ${asOf} > ${limit}`;
  });
  return parts.join('\nor\n');
}

function metaAlerts(scale: TimeScale): MetaAlert[] {
  const recent = promDuration(rangeSeconds(scale, 600));
  return [
    {
      alert: 'KpiStale',
      severity: 'warning',
      expr: staleExpression(scale),
      summary: '{{ $labels.kpi }} was not computed for three refresh periods',
      description: 'Its value describes {{ $value | humanizeDuration }} ago in company time.',
    },
    {
      alert: 'ExporterDown',
      severity: 'critical',
      expr: 'max(up{job="aicos-exporters"}) == 0 or absent(up{job="aicos-exporters"})',
      summary: 'No exporter answers: the company is not measured',
      description: 'Alerts about KPIs cannot fire and cannot resolve truthfully until an exporter is back.',
    },
    {
      alert: 'LowCoverage',
      severity: 'warning',
      expr: 'max by (scope, name) (aicos_health_coverage_ratio{scope="global"}) < 0.8',
      summary: 'A fifth of the weight of all KPIs has no value',
      description:
        'Only {{ $value | humanizePercentage }} of the weight is defined; health speaks for that part alone.',
    },
    {
      alert: 'CollectorFailing',
      severity: 'warning',
      expr: 'max by (collector) (aicos_collector_success) == 0',
      summary: 'Collector {{ $labels.collector }} fails',
      description: 'Its KPIs are undefined until it works again; the others are not affected.',
    },
    {
      alert: 'RuleFailure',
      severity: 'critical',
      expr: `sum by (rule_group) (increase(prometheus_rule_evaluation_failures_total[${recent}])) > 0`,
      summary: 'Rules of {{ $labels.rule_group }} fail to evaluate',
      description: 'Alerts of this group may be missing.',
    },
    {
      alert: 'NotificationsFailing',
      severity: 'critical',
      expr: [
        `sum(increase(alertmanager_notifications_failed_total{integration="webhook"}[${recent}])) > 0`,
        `or sum(increase(prometheus_notifications_dropped_total[${recent}])) > 0`,
      ].join('\n'),
      summary: 'Alerts do not reach the runner',
      description: 'The reconciler of the runner reads active alerts itself every minute; nothing else hears of them.',
    },
  ];
}

/** Processes restart in wall time, so four evaluations are the least, however fast company time passes. */
function metaForSeconds(scale: TimeScale): number {
  return Math.max(4 * scale.evaluationSeconds, forSeconds(scale, 120));
}

function metaRule(meta: MetaAlert, scale: TimeScale): AlertRule {
  return {
    alert: meta.alert,
    expr: meta.expr,
    forSeconds: metaForSeconds(scale),
    keepFiringSeconds: keepFiringSeconds(scale, 300),
    labels: {
      severity: meta.severity,
      class: 'meta',
      domain: 'tech',
      pole: 'tech',
      agent: 'ia-devops',
      squad: 'performance',
    },
    annotations: {
      summary: meta.summary,
      description: meta.description,
      runbook_url: `/a/aicos-app/runbooks/${meta.alert}`,
      dashboard: '/d/aicos-stack-operations',
    },
  };
}

/** Always fires: its absence is the signal. It opens no event. */
const watchdogRule: AlertRule = {
  alert: watchdogAlert,
  expr: 'vector(1)',
  forSeconds: 0,
  keepFiringSeconds: 0,
  labels: { severity: 'none', class: 'meta' },
  annotations: {
    summary: 'The path from Prometheus to the runner works',
    description: 'Without it for three minutes the runner says that it is blind.',
    runbook_url: `/a/aicos-app/runbooks/${watchdogAlert}`,
    dashboard: '/d/aicos-stack-operations',
  },
};

/** Who watches the watchers. */
export function metaGroups(scale: TimeScale): RuleGroup[] {
  return [{ name: 'aicos-meta', rules: [...metaAlerts(scale).map((meta) => metaRule(meta, scale)), watchdogRule] }];
}
