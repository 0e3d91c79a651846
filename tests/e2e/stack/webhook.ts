import { kpis, type KpiId } from '@ai-cos/catalog';
import type { StackProcess } from './stack-process.ts';

export interface AlertOptions {
  readonly kpi: KpiId;
  readonly severity?: 'warning' | 'critical';
  readonly status?: 'firing' | 'resolved';
  readonly startsAt: string;
  /** Tells label sets of different tests apart. */
  readonly store?: string;
}

/** One alert as the generated rules label it. */
export function alertOf({ kpi, severity = 'critical', status = 'firing', startsAt, store }: AlertOptions): object {
  const record = kpis[kpi];
  const name = record.camel.charAt(0).toUpperCase() + record.camel.slice(1);
  return {
    status,
    labels: {
      alertname: `Aicos${name}OffTarget`,
      severity,
      kpi,
      class: record.class,
      domain: record.family,
      pole: record.pole,
      agent: record.owner,
      squad: record.squad,
      event_type: record.eventType,
      ...(store !== undefined && { store }),
    },
    annotations: { summary: `${record.label} is ${severity}` },
    startsAt,
    endsAt: status === 'firing' ? '0001-01-01T00:00:00Z' : startsAt,
    generatorURL: 'http://prometheus.example/graph',
    fingerprint: `${kpi}-${severity}-${store ?? ''}`.padEnd(16, '0'),
  };
}

/** Sends a group of alerts the way Alertmanager does. */
export async function sendAlerts(
  stack: Pick<StackProcess, 'urls' | 'secret'>,
  alerts: readonly object[]
): Promise<Response> {
  return fetch(`${stack.urls.runner}/api/ai-cos/webhooks/alertmanager`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${stack.secret('webhook-token')}` },
    body: JSON.stringify({
      version: '4',
      groupKey: '{}:{}',
      truncatedAlerts: 0,
      status: 'firing',
      receiver: 'ai-cos',
      groupLabels: {},
      commonLabels: {},
      commonAnnotations: {},
      externalURL: 'http://alertmanager.example',
      alerts,
    }),
  });
}
