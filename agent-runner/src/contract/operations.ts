import { z } from 'zod';
import {
  ActionDetail,
  ActionsQuery,
  ActionSummary,
  ResolveRequest,
  RevisionRequest,
  TaskAnswerRequest,
  WithdrawRequest,
} from './actions.ts';
import { AgentDetail, AgentStateRequest, AgentView, SquadView, TrustView } from './agents.ts';
import { Id, PageQuery } from './common.ts';
import { BulkDecisionRequest, BulkDecisionResponse, DecisionRequest } from './decisions.ts';
import { CoordinationEvent, CoordinationEventDetail, EventRequest, EventsQuery } from './events.ts';
import {
  AuditEntry,
  AuditQuery,
  AuditVerification,
  KillSwitchRequest,
  KillSwitchView,
  ModeRequest,
  ModeView,
  Snapshot,
  SnapshotRequest,
} from './governance.ts';
import { HealthBoard, KpiDetail, KpiForecast, KpiHistory, KpiHistoryQuery, KpiView } from './kpis.ts';
import { Delegation, DelegationRequest, Me, PersonView } from './people.ts';
import { Plan } from './plans.ts';
import {
  CompareRequest,
  Comparison,
  OptimiseRequest,
  OptimiseResult,
  Simulation,
  SimulationRequest,
} from './simulations.ts';
import { StreamMessage } from './stream.ts';
import { WebhookAnswer, WebhookEnvelope } from './webhooks.ts';

/** One route below `/api/ai-cos`; `{name}` marks a path parameter. */
export interface Operation {
  readonly method: 'get' | 'post' | 'put';
  readonly path: string;
  readonly summary: string;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly response: z.ZodType;
  readonly status?: number;
  readonly mediaType?: string;
}

/** Every route of the runner; the OpenAPI document is made from it and a test holds it against the real router. */
export const operations: readonly Operation[] = [
  {
    method: 'post',
    path: '/webhooks/alertmanager',
    summary: 'Alertmanager notifications, durable before the answer',
    body: WebhookEnvelope,
    response: WebhookAnswer,
  },
  {
    method: 'post',
    path: '/events',
    summary: 'Ask for a plan',
    body: EventRequest,
    response: CoordinationEventDetail,
    status: 202,
  },
  {
    method: 'post',
    path: '/events/simulate',
    summary: 'A drill: facts in data override the database for this event',
    body: EventRequest,
    response: CoordinationEventDetail,
    status: 202,
  },
  {
    method: 'get',
    path: '/coordination/events',
    summary: 'Events, newest first',
    query: EventsQuery,
    response: z.array(CoordinationEvent),
  },
  {
    method: 'get',
    path: '/coordination/events/{id}',
    summary: 'An event with its episodes and who spoke',
    response: CoordinationEventDetail,
  },
  { method: 'get', path: '/plans/{id}', summary: 'A plan with findings, steps and votes', response: Plan },
  { method: 'get', path: '/actions', summary: 'Actions', query: ActionsQuery, response: z.array(ActionSummary) },
  { method: 'get', path: '/actions/{id}', summary: 'An action with evidence and timeline', response: ActionDetail },
  {
    method: 'post',
    path: '/actions/{id}/decisions',
    summary: 'Approve, reject or request changes',
    body: DecisionRequest,
    response: ActionDetail,
  },
  {
    method: 'post',
    path: '/actions/decisions',
    summary: 'Many decisions, each judged on its own',
    body: BulkDecisionRequest,
    response: BulkDecisionResponse,
  },
  {
    method: 'post',
    path: '/actions/{id}/revisions',
    summary: 'New parameters: a new revision without votes',
    body: RevisionRequest,
    response: ActionDetail,
    status: 201,
  },
  {
    method: 'post',
    path: '/actions/{id}/withdraw',
    summary: 'Take back before it runs',
    body: WithdrawRequest,
    response: ActionDetail,
  },
  {
    method: 'post',
    path: '/actions/{id}/rollback',
    summary: 'Undo an executed action',
    body: WithdrawRequest,
    response: ActionDetail,
    status: 202,
  },
  {
    method: 'post',
    path: '/actions/{id}/resolve',
    summary: 'Say what became of an unknown action',
    body: ResolveRequest,
    response: ActionDetail,
  },
  {
    method: 'post',
    path: '/actions/{id}/task',
    summary: 'Answer a human task',
    body: TaskAnswerRequest,
    response: ActionDetail,
  },
  { method: 'get', path: '/delegations', summary: 'Lent rights', response: z.array(Delegation) },
  {
    method: 'post',
    path: '/delegations',
    summary: 'Lend the own right',
    body: DelegationRequest,
    response: Delegation,
    status: 201,
  },
  { method: 'post', path: '/delegations/{id}/revoke', summary: 'End a delegation', response: Delegation },
  { method: 'get', path: '/me', summary: 'Who is asking and what they may do', response: Me },
  { method: 'get', path: '/people', summary: 'People of the company file', response: z.array(PersonView) },
  { method: 'get', path: '/kpis', summary: 'Current KPIs', response: z.array(KpiView) },
  { method: 'get', path: '/kpis/{id}', summary: 'A KPI with its influences', response: KpiDetail },
  {
    method: 'get',
    path: '/kpis/{id}/history',
    summary: 'Values, oldest first',
    query: KpiHistoryQuery,
    response: KpiHistory,
  },
  { method: 'get', path: '/kpis/{id}/forecast', summary: 'Forecast with its backtest', response: KpiForecast },
  { method: 'get', path: '/health-board', summary: 'Health of the company', response: HealthBoard },
  { method: 'get', path: '/agents', summary: 'The 26 agents', response: z.array(AgentView) },
  { method: 'get', path: '/agents/{id}', summary: 'An agent with what it did lately', response: AgentDetail },
  {
    method: 'post',
    path: '/agents/{id}/pause',
    summary: 'Pause an agent',
    body: AgentStateRequest,
    response: AgentDetail,
  },
  {
    method: 'post',
    path: '/agents/{id}/resume',
    summary: 'Resume an agent',
    body: AgentStateRequest,
    response: AgentDetail,
  },
  { method: 'get', path: '/squads', summary: 'The 6 squads', response: z.array(SquadView) },
  { method: 'get', path: '/squads/{id}', summary: 'A squad', response: SquadView },
  { method: 'get', path: '/trust', summary: 'Earned trust', response: z.array(TrustView) },
  { method: 'get', path: '/simulations', summary: 'What-if runs', query: PageQuery, response: z.array(Simulation) },
  { method: 'get', path: '/simulations/{id}', summary: 'A what-if run', response: Simulation },
  {
    method: 'post',
    path: '/simulations',
    summary: 'Start a what-if run',
    body: SimulationRequest,
    response: Simulation,
    status: 202,
  },
  {
    method: 'post',
    path: '/simulations/compare',
    summary: 'Runs side by side',
    body: CompareRequest,
    response: Comparison,
  },
  {
    method: 'post',
    path: '/simulations/optimise',
    summary: 'The best moves for a goal within limits',
    body: OptimiseRequest,
    response: OptimiseResult,
  },
  { method: 'post', path: '/simulations/{id}/cancel', summary: 'Stop a run', response: Simulation },
  {
    method: 'post',
    path: '/simulations/{id}/proposal',
    summary: 'Turn a run into actions people decide on',
    response: z.strictObject({ actionIds: z.array(Id) }),
    status: 202,
  },
  { method: 'get', path: '/snapshots', summary: 'KPI snapshots', query: PageQuery, response: z.array(Snapshot) },
  {
    method: 'post',
    path: '/snapshots',
    summary: 'Take a snapshot now',
    body: SnapshotRequest,
    response: Snapshot,
    status: 201,
  },
  { method: 'get', path: '/mode', summary: 'Mode and what it would run alone', response: ModeView },
  { method: 'put', path: '/mode', summary: 'Change the mode', body: ModeRequest, response: ModeView },
  { method: 'get', path: '/kill-switch', summary: 'Kill switch', response: KillSwitchView },
  {
    method: 'put',
    path: '/kill-switch',
    summary: 'Engage or release',
    body: KillSwitchRequest,
    response: KillSwitchView,
  },
  { method: 'get', path: '/audit', summary: 'Audit log', query: AuditQuery, response: z.array(AuditEntry) },
  { method: 'get', path: '/audit/verify', summary: 'Check the audit chain', response: AuditVerification },
  {
    method: 'get',
    path: '/stream',
    summary: 'Live updates as server-sent events; Last-Event-ID resumes',
    response: StreamMessage,
    mediaType: 'text/event-stream',
  },
];
