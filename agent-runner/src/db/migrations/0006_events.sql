CREATE TABLE ai_cos_coordination_events (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  event_type text NOT NULL,
  source_agent_id text NOT NULL,
  target_agent_ids text[] NOT NULL DEFAULT '{}',
  event_data jsonb NOT NULL DEFAULT '{}',
  coordination_plan jsonb,
  status text NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'coordinating', 'completed', 'failed')),
  completed_at timestamptz,
  actions_triggered int NOT NULL DEFAULT 0,
  success_rate numeric NOT NULL DEFAULT 0,
  -- Beyond the founding columns.
  origin text NOT NULL CHECK (origin IN ('alert', 'simulated', 'snapshot', 'request')),
  severity text NOT NULL CHECK (severity IN ('low', 'medium', 'high', 'critical')),
  title text NOT NULL,
  kpi_ids text[] NOT NULL DEFAULT '{}',
  squad_ids text[] NOT NULL DEFAULT '{}',
  requesters text[] NOT NULL DEFAULT '{}',
  simulated boolean NOT NULL DEFAULT false,
  created_as_of timestamptz NOT NULL,
  closed_at timestamptz,
  close_reason text,
  -- Raised when an episode joins; the plan answers the revision it was built for.
  wanted_revision int NOT NULL DEFAULT 1,
  plan_revision int NOT NULL DEFAULT 0,
  plan_id uuid,
  attempt int NOT NULL DEFAULT 0,
  lease_until timestamptz,
  failure text,
  recovering boolean NOT NULL DEFAULT false,
  in_band_refreshes int NOT NULL DEFAULT 0,
  trace_context text,
  row_version int NOT NULL DEFAULT 1
);
CREATE INDEX idx_ai_cos_coordination_events_status ON ai_cos_coordination_events (status, created_at DESC);
CREATE INDEX idx_ai_cos_coordination_events_event_type ON ai_cos_coordination_events (event_type);
CREATE INDEX ai_cos_coordination_events_open ON ai_cos_coordination_events (created_at) WHERE closed_at IS NULL;

-- One firing of one label set, from its start to its end.
CREATE TABLE ai_cos_episodes (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  event_id uuid REFERENCES ai_cos_coordination_events,
  label_hash text NOT NULL,
  starts_at timestamptz NOT NULL,
  reopen int NOT NULL DEFAULT 0,
  alert_name text NOT NULL,
  kpi_id text,
  severity text NOT NULL DEFAULT 'warning',
  labels jsonb NOT NULL,
  annotations jsonb NOT NULL DEFAULT '{}',
  status text NOT NULL DEFAULT 'firing' CHECK (status IN ('firing', 'resolved')),
  opened_as_of timestamptz NOT NULL,
  opened_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  resolved_at timestamptz,
  last_seen_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  seen_count int NOT NULL DEFAULT 1,
  UNIQUE (label_hash, starts_at, reopen)
);
-- `startsAt` may move (replicas, restarts): a label set has at most one firing episode, the moved alert joins it.
CREATE UNIQUE INDEX ai_cos_episodes_firing ON ai_cos_episodes (label_hash) WHERE status = 'firing';
CREATE INDEX ai_cos_episodes_event ON ai_cos_episodes (event_id);

CREATE TABLE ai_cos_alert_inbox (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  source text NOT NULL,
  label_hash text NOT NULL,
  starts_at timestamptz NOT NULL,
  status text NOT NULL CHECK (status IN ('firing', 'resolved', 'quarantined')),
  reopen int NOT NULL DEFAULT 0,
  receiver text,
  group_key text,
  fingerprint text,
  alert_name text,
  kpi_id text,
  labels jsonb NOT NULL DEFAULT '{}',
  annotations jsonb NOT NULL DEFAULT '{}',
  ends_at timestamptz,
  quarantine_reason text,
  raw bytea,
  trace_context text,
  received_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  last_seen_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  seen_count int NOT NULL DEFAULT 1,
  episode_id uuid,
  processed_at timestamptz,
  UNIQUE (source, label_hash, starts_at, status, reopen)
);
CREATE INDEX ai_cos_alert_inbox_unprocessed ON ai_cos_alert_inbox (received_at) WHERE processed_at IS NULL;

SELECT ai_cos_protect('ai_cos_coordination_events', 'SELECT, INSERT, UPDATE');
SELECT ai_cos_protect('ai_cos_episodes', 'SELECT, INSERT, UPDATE');
SELECT ai_cos_protect('ai_cos_alert_inbox', 'SELECT, INSERT, UPDATE');
