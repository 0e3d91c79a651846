import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Stages of the loop; the only label values besides bounded outcomes. Ids never become labels. */
export type Stage =
  'intake' | 'coordination' | 'approval' | 'execution' | 'verification' | 'notification' | 'simulation';

const SECONDS = [0.005, 0.02, 0.1, 0.5, 1, 5, 20, 60];

export interface Metrics {
  readonly registry: Registry;
  readonly alerts: Counter<'result'>;
  readonly webhooks: Counter<'status'>;
  readonly inFlight: Gauge;
  readonly stages: Counter<'stage' | 'outcome'>;
  readonly stageSeconds: Histogram<'stage'>;
  readonly decisions: Counter<'verdict' | 'route'>;
  readonly refusals: Counter<'code'>;
  readonly swept: Counter<'sweep'>;
  readonly streamClients: Gauge;
  readonly auditHead: Gauge;
  readonly events: Gauge<'event_type' | 'status'>;
  readonly actions: Gauge<'agent' | 'state'>;
  readonly leadSeconds: Gauge<'step'>;
  readonly blind: Gauge;
}

/** The runner's own metrics, in a registry of their own: two contexts of one process never share state. */
export function createMetrics(): Metrics {
  const registers = [new Registry()];
  const [registry] = registers as [Registry];
  return {
    registry,
    alerts: new Counter({
      name: 'aicos_runner_alerts_total',
      help: 'Alerts received, by what became of them.',
      labelNames: ['result'],
      registers,
    }),
    webhooks: new Counter({
      name: 'aicos_runner_webhook_requests_total',
      help: 'Webhook requests by HTTP status.',
      labelNames: ['status'],
      registers,
    }),
    inFlight: new Gauge({ name: 'aicos_runner_intake_in_flight', help: 'Webhook requests being stored.', registers }),
    stages: new Counter({
      name: 'aicos_runner_stage_total',
      help: 'Work done per stage of the loop and how it ended.',
      labelNames: ['stage', 'outcome'],
      registers,
    }),
    stageSeconds: new Histogram({
      name: 'aicos_runner_stage_duration_seconds',
      help: 'Time a stage of the loop took.',
      labelNames: ['stage'],
      buckets: SECONDS,
      registers,
    }),
    decisions: new Counter({
      name: 'aicos_runner_decisions_total',
      help: 'Decisions recorded, by verdict and way in.',
      labelNames: ['verdict', 'route'],
      registers,
    }),
    refusals: new Counter({
      name: 'aicos_runner_decision_refusals_total',
      help: 'Decisions the guard refused, by its code.',
      labelNames: ['code'],
      registers,
    }),
    swept: new Counter({
      name: 'aicos_runner_swept_total',
      help: 'Rows the sweeper found waiting.',
      labelNames: ['sweep'],
      registers,
    }),
    streamClients: new Gauge({ name: 'aicos_runner_stream_clients', help: 'Clients of the live stream.', registers }),
    auditHead: new Gauge({
      name: 'aicos_runner_audit_head',
      help: 'Number of the last link of the audit chain.',
      registers,
    }),
    actions: new Gauge({
      name: 'aicos_runner_actions',
      help: 'Actions by agent and state.',
      labelNames: ['agent', 'state'],
      registers,
    }),
    events: new Gauge({
      name: 'aicos_runner_events',
      help: 'Coordination events by status: pending, coordinating, failed, open (plan built), closed.',
      labelNames: ['event_type', 'status'],
      registers,
    }),
    leadSeconds: new Gauge({
      name: 'aicos_runner_lead_seconds',
      help: 'Median wall time of the last day: alert_to_plan, plan_to_decision, decision_to_effect.',
      labelNames: ['step'],
      registers,
    }),
    blind: new Gauge({
      name: 'aicos_runner_blind',
      help: '1 while no heartbeat of the alert pipeline arrives.',
      registers,
    }),
  };
}

/** Counts and times one piece of work of a stage. */
export async function measured<T>(metrics: Metrics, stage: Stage, work: () => Promise<T>): Promise<T> {
  const startedMs = performance.now();
  try {
    const result = await work();
    metrics.stages.inc({ stage, outcome: 'done' });
    return result;
  } catch (error) {
    metrics.stages.inc({ stage, outcome: 'failed' });
    throw error;
  } finally {
    metrics.stageSeconds.observe({ stage }, (performance.now() - startedMs) / 1000);
  }
}
