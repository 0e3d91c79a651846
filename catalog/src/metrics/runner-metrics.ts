import type { MetricFamily } from '../schema/metric-family.ts';

const counter = { type: 'counter', producer: 'runner' } as const;
const gauge = { type: 'gauge', producer: 'runner' } as const;
const histogram = { type: 'histogram', producer: 'runner' } as const;

/** The stages of the loop as the runner tells them; no ids as labels. */
export const runnerMetrics = [
  {
    ...counter,
    name: 'aicos_runner_alerts_total',
    labels: ['result'],
    help: 'Alerts received: accepted, repeated, quarantined.',
  },
  {
    ...counter,
    name: 'aicos_runner_webhook_requests_total',
    labels: ['status'],
    help: 'Webhook requests by HTTP status.',
  },
  { ...gauge, name: 'aicos_runner_intake_in_flight', labels: [], help: 'Webhook requests being stored.' },
  {
    ...counter,
    name: 'aicos_runner_stage_total',
    labels: ['stage', 'outcome'],
    help: 'Work done per stage of the loop and how it ended: done, failed.',
  },
  {
    ...histogram,
    name: 'aicos_runner_stage_duration_seconds',
    labels: ['stage'],
    help: 'Time a stage of the loop took.',
  },
  {
    ...gauge,
    name: 'aicos_runner_events',
    labels: ['event_type', 'status'],
    help: 'Coordination events by status: pending, coordinating, failed, open (plan built), closed.',
  },
  { ...gauge, name: 'aicos_runner_actions', labels: ['agent', 'state'], help: 'Actions by agent and state.' },
  {
    ...gauge,
    name: 'aicos_runner_lead_seconds',
    labels: ['step'],
    help: 'Median wall time of the last day: alert_to_plan, plan_to_decision, decision_to_effect.',
  },
  {
    ...counter,
    name: 'aicos_runner_decisions_total',
    labels: ['verdict', 'route'],
    help: 'Decisions recorded, by verdict and way in.',
  },
  {
    ...counter,
    name: 'aicos_runner_decision_refusals_total',
    labels: ['code'],
    help: 'Decisions the guard refused, by its code.',
  },
  { ...counter, name: 'aicos_runner_swept_total', labels: ['sweep'], help: 'Rows the sweeper found waiting.' },
  { ...gauge, name: 'aicos_runner_stream_clients', labels: [], help: 'Clients of the live stream.' },
  { ...gauge, name: 'aicos_runner_audit_head', labels: [], help: 'Number of the last link of the audit chain.' },
  {
    ...gauge,
    name: 'aicos_runner_blind',
    labels: [],
    help: '1 while no Watchdog notice arrives: nothing is heard from the alerts.',
  },
] as const satisfies readonly MetricFamily[];
