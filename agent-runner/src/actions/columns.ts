import type { ActionRow } from './types.ts';

/** Column of each field of an action; the one place where the two spellings meet. */
export const actionColumns = {
  id: 'id',
  createdAt: 'created_at',
  createdAsOf: 'created_as_of',
  agentId: 'agent_id',
  type: 'type',
  typeVersion: 'type_version',
  priority: 'priority',
  title: 'title',
  description: 'description',
  kpiIds: 'kpi_ids',
  expectedImprovement: 'expected_improvement',
  risk: 'risk',
  riskTier: 'risk_tier',
  confidence: 'confidence',
  requiresValidation: 'requires_validation',
  eventId: 'event_id',
  planId: 'plan_id',
  squadId: 'squad_id',
  pole: 'pole',
  findingIds: 'finding_ids',
  requesters: 'requesters',
  simulated: 'simulated',
  connector: 'connector',
  system: 'system',
  parameters: 'parameters',
  target: 'target',
  blast: 'blast',
  compensation: 'compensation',
  expiresInMinutes: 'expires_in_minutes',
  revision: 'revision',
  digest: 'params_digest',
  supersedesId: 'supersedes_id',
  compensatesId: 'compensates_id',
  costAmount: 'cost_amount',
  costCurrency: 'cost_currency',
  reversible: 'reversible',
  urgency: 'urgency',
  stepOrder: 'step_order',
  dependsOn: 'depends_on',
  optionalDependencies: 'optional_dependencies',
  dryRun: 'dry_run',
  approvalSlots: 'approval_slots',
  boardObjection: 'board_objection',
  approvedDigest: 'approved_digest',
  approvalExpiresAt: 'approval_expires_at',
  escalatedAt: 'escalated_at',
  state: 'state',
  stateReason: 'state_reason',
  stateSinceAt: 'state_since_at',
  rowVersion: 'row_version',
  attempt: 'attempt',
  leaseUntil: 'lease_until',
  retryAfterAt: 'retry_after_at',
  executedAt: 'executed_at',
  executedAsOf: 'executed_as_of',
  verifyDueAsOf: 'verify_due_as_of',
  receipt: 'receipt',
  baseline: 'baseline',
  traceContext: 'trace_context',
} as const satisfies Record<keyof ActionRow, string>;

const NUMERIC = new Set<string>([
  'risk',
  'confidence',
  'expires_in_minutes',
  'cost_amount',
  'urgency',
] satisfies (typeof actionColumns)[keyof ActionRow][]);
const JSON_COLUMNS = new Set<string>([
  'expected_improvement',
  'parameters',
  'target',
  'blast',
  'approval_slots',
  'receipt',
  'baseline',
] satisfies (typeof actionColumns)[keyof ActionRow][]);

/** `SELECT` list that returns rows as `ActionRow`; numeric columns become numbers. */
export const actionSelect = selectOf('');
/** The same for a table alias. */
export function selectOf(alias: string): string {
  const prefix = alias === '' ? '' : `${alias}.`;
  return Object.entries(actionColumns)
    .map(([field, column]) => `${prefix}${column}${NUMERIC.has(column) ? '::float8' : ''} AS "${field}"`)
    .join(', ');
}

/** A value as its column takes it: jsonb columns need text, or the driver would send arrays as PostgreSQL arrays. */
export function columnValue(field: keyof ActionRow, value: unknown): unknown {
  return JSON_COLUMNS.has(actionColumns[field]) && value !== null ? JSON.stringify(value) : value;
}
