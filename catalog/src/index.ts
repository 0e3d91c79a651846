export {
  actionTypeIds,
  actionTypes,
  isActionTypeId,
  mayPropose,
  type ActionParams,
  type ActionTypeId,
} from './actions/index.ts';
export { agents, agentIds, isAgentId, type AgentId } from './agents/index.ts';
export { board, boardIds, boardMajority, boardRiskThreshold, type BoardId, type BoardRecord } from './board.ts';
export { eventTypes, eventTypeIds, type EventType } from './event-types.ts';
export { influenceEdges, influenceNodes, scenarioLevers } from './influence.ts';
export { kpisOf, ownedKpis, watchedKpis } from './kpi-agents.ts';
export { isKpiId, kpiIdOf, kpiIds, kpis, type KpiId } from './kpis/index.ts';
export { Agent, expertiseTags, poles, type AgentRecord, type ExpertiseTag, type Pole } from './schema/agent.ts';
export { InfluenceEdge, InfluenceNode } from './schema/influence.ts';
export {
  Band,
  Kpi,
  kpiFamilies,
  kpiStages,
  kpiUnits,
  verifyKinds,
  type Direction,
  type KpiFamily,
  type KpiRecord,
  type KpiStage,
  type KpiUnit,
  type VerifyKind,
} from './schema/kpi.ts';
export { squads, squadIds, squadsOf, type SquadId, type SquadRecord } from './squads.ts';
export {
  CounterSeries,
  CountersResponse,
  HealthReading,
  KpiPoint,
  KpiReading,
  KpisResponse,
  KpiThresholds,
  KpiValuesResponse,
} from './api/exporters.ts';
export { CalendarEntry, Company, CompanyPerson } from './schema/company.ts';
export { findingSeverities, findingSeverity, isOpportunity, type FindingSeverity } from './finding-severity.ts';
export { healthOf, type Health, type HealthInput } from './health.ts';
export { assessKpi, type AssessedKpi, type ComputedKpi, type KpiAssessment } from './kpi-assessment.ts';
export {
  isPastTarget,
  kpiStatuses,
  rawStatus,
  scoreOf,
  type DefinedStatus,
  type KpiStatus,
  type Thresholds,
} from './kpi-status.ts';
export { isSignificant, supportedStatus, wilson90, type Sample } from './significance.ts';
export { confirmStatus, scoreHysteresis, type ConfirmationState } from './status-confirmation.ts';
export { undefinedReasons, type UndefinedReason } from './undefined-reasons.ts';
export {
  ActionTypeMeta,
  connectorKinds,
  HttpCall,
  targetSystems,
  type ActionTypeRecord,
  type BlastLimit,
  type Check,
  type ConnectorKind,
  type TargetSystem,
} from './schema/action-type.ts';
export { metricFamilies, metricFamilyOf } from './metrics.ts';
export { baseCounterIds, baseCounters, type BaseCounter, type BaseCounterId } from './metrics/base-counters.ts';
export { collectorMetrics } from './metrics/collector-metrics.ts';
export { companionMetrics } from './metrics/companion-metrics.ts';
export { kpiStateMetrics, kpiValueMetrics } from './metrics/kpi-metrics.ts';
export { runnerMetrics } from './metrics/runner-metrics.ts';
export { worldMetrics } from './metrics/world-metrics.ts';
export { type MetricFamily } from './schema/metric-family.ts';
export { thresholdLevels, thresholdSeries, type ThresholdLevel } from './threshold-levels.ts';
export { productionScale, promDuration, scaled, type TimeScale } from './time-scale.ts';
