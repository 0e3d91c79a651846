/** The HTTP contract of the runner: zod schemas and types of the same name. The one subpath other workspaces may import. */
export {
  ActionDetail,
  ActionState,
  ActionSummary,
  ActionsQuery,
  ApprovalStatus,
  HumanTask,
  Outcome,
  Prediction,
  Receipt,
  ResolveRequest,
  RevisionRequest,
  RiskTier,
  TaskAnswerRequest,
  TimelineEntry,
  WithdrawRequest,
  actionStates,
  priorities,
  riskTiers,
  verdicts,
} from './actions.ts';
export {
  AgentDetail,
  AgentState,
  AgentStateRequest,
  AgentView,
  SquadView,
  TrackRecord,
  TrustView,
  agentStates,
} from './agents.ts';
export { Digest, Id, Instant, Money, PageQuery, Problem } from './common.ts';
export {
  BulkDecisionRequest,
  BulkDecisionResponse,
  Decision,
  DecisionRequest,
  DecisionVerdict,
  decisionVerdicts,
} from './decisions.ts';
export {
  CoordinationEvent,
  CoordinationEventDetail,
  Episode,
  EventRequest,
  EventStatus,
  EventsQuery,
  Relevance,
  eventStatuses,
} from './events.ts';
export { Entity, Evidence, Finding, Measure, Severity, severities } from './findings.ts';
export {
  AuditEntry,
  AuditQuery,
  AuditVerification,
  KillSwitchRequest,
  KillSwitchView,
  Mode,
  ModeRequest,
  ModeView,
  Snapshot,
  SnapshotRequest,
  modes,
} from './governance.ts';
export { HealthBoard, Influence, KpiDetail, KpiForecast, KpiHistory, KpiHistoryQuery, KpiView } from './kpis.ts';
export { Delegation, DelegationRequest, Me, PersonView, Right } from './people.ts';
export { BoardVote, Plan, PlanNote, PriorityInputs, Resolution, RootCause } from './plans.ts';
export { StreamMessage } from './stream.ts';
export { WebhookAlert, WebhookAnswer, WebhookEnvelope } from './webhooks.ts';
export {
  BudgetParameters,
  CampaignParameters,
  CompareRequest,
  Comparison,
  HitRate,
  InventoryParameters,
  OptimiseOption,
  OptimiseRequest,
  OptimiseResult,
  PricingParameters,
  ScenarioLever,
  SimulatedKpi,
  Simulation,
  SimulationCoefficient,
  SimulationFlag,
  SimulationRequest,
  SimulationResult,
  scenarioTypes,
  simulationStates,
  type ScenarioType,
} from './simulations.ts';
