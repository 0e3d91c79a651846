CREATE TABLE ai_cos_actions (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  agent_id text NOT NULL,
  type text NOT NULL,
  priority text NOT NULL CHECK (priority IN ('low', 'medium', 'high', 'critical')),
  title text NOT NULL,
  description text NOT NULL,
  kpi_ids text[] NOT NULL DEFAULT '{}',
  expected_improvement jsonb NOT NULL DEFAULT '[]',
  risk numeric NOT NULL CHECK (risk BETWEEN 0 AND 100),
  confidence numeric NOT NULL CHECK (confidence BETWEEN 0 AND 100),
  requires_validation boolean NOT NULL DEFAULT true,
  -- Beyond the founding columns: where it comes from.
  event_id uuid REFERENCES ai_cos_coordination_events,
  plan_id uuid REFERENCES ai_cos_plans,
  squad_id text,
  pole text NOT NULL,
  finding_ids uuid[] NOT NULL DEFAULT '{}',
  requesters text[] NOT NULL DEFAULT '{}',
  simulated boolean NOT NULL DEFAULT false,
  created_as_of timestamptz NOT NULL,
  -- What exactly it does: everything the digest binds.
  type_version int NOT NULL,
  connector text NOT NULL,
  system text NOT NULL DEFAULT 'none',
  parameters jsonb NOT NULL DEFAULT '{}',
  target jsonb NOT NULL DEFAULT '{}',
  blast jsonb,
  compensation text,
  expires_in_minutes numeric NOT NULL,
  revision int NOT NULL DEFAULT 1,
  params_digest text NOT NULL,
  supersedes_id uuid REFERENCES ai_cos_actions,
  compensates_id uuid REFERENCES ai_cos_actions,
  -- How it is judged.
  cost_amount numeric,
  cost_currency text,
  reversible text NOT NULL CHECK (reversible IN ('yes', 'compensable', 'no')),
  urgency numeric NOT NULL DEFAULT 0,
  step_order int NOT NULL DEFAULT 0,
  depends_on uuid[] NOT NULL DEFAULT '{}',
  optional_dependencies uuid[] NOT NULL DEFAULT '{}',
  dry_run text,
  -- Who must decide.
  risk_tier text NOT NULL CHECK (risk_tier IN ('low', 'medium', 'high', 'critical')),
  -- One entry per person needed: the groups one of which that person must be in. Never empty.
  approval_slots jsonb NOT NULL DEFAULT '[["any"]]' CHECK (jsonb_array_length(approval_slots) >= 1),
  board_objection boolean NOT NULL DEFAULT false,
  approved_digest text,
  approval_expires_at timestamptz,
  escalated_at timestamptz,
  -- Where it stands.
  state text NOT NULL DEFAULT 'proposed' CHECK (state IN (
    'proposed', 'simulated', 'pending_approval', 'approved', 'rejected', 'changes_requested', 'superseded', 'expired',
    'cancelled', 'executing', 'succeeded', 'failed', 'unknown', 'verified', 'ineffective', 'harmful', 'unverifiable',
    'rolling_back', 'rolled_back')),
  state_reason text,
  state_since_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  row_version int NOT NULL DEFAULT 1,
  attempt int NOT NULL DEFAULT 0,
  lease_until timestamptz,
  retry_after_at timestamptz,
  executed_at timestamptz,
  executed_as_of timestamptz,
  verify_due_as_of timestamptz,
  receipt jsonb,
  baseline jsonb,
  trace_context text,
  CHECK (state <> 'approved' OR (approved_digest IS NOT NULL AND approval_expires_at IS NOT NULL))
);
CREATE INDEX ai_cos_actions_newest ON ai_cos_actions (created_at DESC, id DESC);
CREATE INDEX ai_cos_actions_state ON ai_cos_actions (state, urgency DESC);
CREATE INDEX ai_cos_actions_plan ON ai_cos_actions (plan_id);
CREATE INDEX ai_cos_actions_event ON ai_cos_actions (event_id);
CREATE INDEX ai_cos_actions_depends_on ON ai_cos_actions USING gin (depends_on);
CREATE UNIQUE INDEX ai_cos_actions_superseded_once ON ai_cos_actions (supersedes_id) WHERE supersedes_id IS NOT NULL;

-- One vote per person and revision (a revision is a row of its own); a policy grant is a row without a person.
CREATE TABLE ai_cos_approvals (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  action_id uuid NOT NULL REFERENCES ai_cos_actions,
  revision int NOT NULL,
  kind text NOT NULL DEFAULT 'person' CHECK (kind IN ('person', 'policy')),
  person_id text REFERENCES ai_cos_people,
  on_behalf_of text REFERENCES ai_cos_people,
  verdict text NOT NULL CHECK (verdict IN ('approve', 'reject', 'request_changes')),
  reason text,
  digest text NOT NULL,
  groups text[] NOT NULL DEFAULT '{}',
  override boolean NOT NULL DEFAULT false,
  route text NOT NULL,
  claims jsonb NOT NULL DEFAULT '{}',
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  as_of timestamptz,
  CHECK ((kind = 'person') = (person_id IS NOT NULL)),
  UNIQUE (action_id, revision, person_id)
);

CREATE TABLE ai_cos_board_votes (
  action_id uuid NOT NULL REFERENCES ai_cos_actions,
  member text NOT NULL,
  agrees boolean NOT NULL,
  weight numeric NOT NULL,
  reason text NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (action_id, member)
);

SELECT ai_cos_protect('ai_cos_actions', 'SELECT, INSERT, UPDATE');
SELECT ai_cos_protect('ai_cos_approvals', 'SELECT, INSERT');
SELECT ai_cos_protect('ai_cos_board_votes', 'SELECT, INSERT');
