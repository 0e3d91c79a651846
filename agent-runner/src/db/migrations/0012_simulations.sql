CREATE TABLE ai_cos_simulations (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  scenario_name text NOT NULL,
  scenario_type text NOT NULL,
  input_params jsonb NOT NULL,
  predicted_kpis jsonb NOT NULL DEFAULT '{}',
  impact_analysis jsonb NOT NULL DEFAULT '{}',
  executed_by text NOT NULL,
  confidence numeric NOT NULL DEFAULT 0,
  notes text,
  -- Beyond the founding columns: a simulation is a job with progress.
  state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'running', 'completed', 'failed', 'cancelled')),
  progress numeric NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 1),
  seed bigint,
  method text,
  paths int,
  result jsonb,
  failure text,
  proposal_event_id uuid REFERENCES ai_cos_coordination_events,
  lease_until timestamptz,
  started_at timestamptz,
  finished_at timestamptz,
  created_as_of timestamptz,
  row_version int NOT NULL DEFAULT 1
);
CREATE INDEX idx_ai_cos_simulations_scenario_type ON ai_cos_simulations (scenario_type, created_at DESC);

SELECT ai_cos_protect('ai_cos_simulations', 'SELECT, INSERT, UPDATE');
