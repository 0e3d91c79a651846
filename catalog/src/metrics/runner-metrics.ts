import type { MetricFamily } from '../schema/metric-family.ts';

const counter = { type: 'counter', producer: 'runner' } as const;
const gauge = { type: 'gauge', producer: 'runner' } as const;
const histogram = { type: 'histogram', producer: 'runner' } as const;

/** One family per stage of the loop; no ids as labels. */
export const runnerMetrics = [
  {
    ...counter,
    name: 'aicos_runner_alerts_total',
    labels: ['outcome'],
    help: 'Alerts taken in: accepted, duplicate, resolved, quarantined, rejected.',
  },
  {
    ...histogram,
    name: 'aicos_runner_intake_duration_seconds',
    labels: [],
    help: 'Webhook received to commit.',
  },
  {
    ...histogram,
    name: 'aicos_runner_stage_duration_seconds',
    labels: ['stage'],
    help: 'Duration of one stage: intake, correlation, relevance, analysis, proposal, resolution, ordering, board, execution, verification.',
  },
  {
    ...counter,
    name: 'aicos_runner_stage_errors_total',
    labels: ['stage'],
    help: 'Failures of a stage.',
  },
  {
    ...counter,
    name: 'aicos_runner_events_total',
    labels: ['event_type', 'source'],
    help: 'Coordination events opened, by source: alert, simulated, snapshot.',
  },
  { ...gauge, name: 'aicos_runner_open_events', labels: ['event_type'], help: 'Coordination events not closed yet.' },
  {
    ...counter,
    name: 'aicos_runner_plans_total',
    labels: ['event_type', 'outcome'],
    help: 'Plans built: completed, failed, revised.',
  },
  {
    ...histogram,
    name: 'aicos_runner_plan_duration_seconds',
    labels: [],
    help: 'Alert received to plan stored, analyses included.',
  },
  {
    ...counter,
    name: 'aicos_runner_agent_failures_total',
    labels: ['agent'],
    help: 'Analyses that failed or ran out of time; the plan went on without them.',
  },
  {
    ...counter,
    name: 'aicos_runner_actions_proposed_total',
    labels: ['agent'],
    help: 'Actions proposed, by agent.',
  },
  { ...gauge, name: 'aicos_runner_actions', labels: ['state'], help: 'Actions by state.' },
  {
    ...counter,
    name: 'aicos_runner_decisions_total',
    labels: ['agent', 'verdict'],
    help: 'Decisions of people: approve, reject, request_changes; by agent of the action.',
  },
  {
    ...histogram,
    name: 'aicos_runner_approval_wait_seconds',
    labels: ['tier'],
    help: 'Proposed to decided, by risk tier.',
  },
  {
    ...counter,
    name: 'aicos_runner_executions_total',
    labels: ['connector', 'outcome'],
    help: 'Attempts by connector: succeeded, failed, unknown.',
  },
  {
    ...histogram,
    name: 'aicos_runner_execution_duration_seconds',
    labels: ['connector'],
    help: 'Claim to recorded result.',
  },
  {
    ...counter,
    name: 'aicos_runner_verdicts_total',
    labels: ['agent', 'verdict'],
    help: 'Verdicts: verified, ineffective, harmful, unverifiable; by agent of the action.',
  },
  {
    ...gauge,
    name: 'aicos_runner_queue_depth',
    labels: ['queue'],
    help: 'Rows that wait for work: inbox, outbox, actions, timers.',
  },
  {
    ...counter,
    name: 'aicos_runner_notifications_total',
    labels: ['channel', 'outcome'],
    help: 'Messages to people: sent, failed.',
  },
  { ...gauge, name: 'aicos_runner_stream_clients', labels: [], help: 'Open live streams.' },
  {
    ...gauge,
    name: 'aicos_runner_watchdog_last_seen_timestamp_seconds',
    labels: [],
    help: 'Wall time of the last Watchdog notice; none for 3 minutes means blind.',
  },
  { ...gauge, name: 'aicos_runner_mode', labels: ['mode'], help: 'StateSet of the governance mode.' },
  { ...gauge, name: 'aicos_runner_kill_switch', labels: [], help: '1 while the kill switch is on.' },
  { ...gauge, name: 'aicos_runner_audit_head_sequence', labels: [], help: 'Sequence number of the newest audit row.' },
] as const satisfies readonly MetricFamily[];
