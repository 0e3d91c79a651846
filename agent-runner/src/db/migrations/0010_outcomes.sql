-- What really happened: one row per action, and one per plan and KPI.
CREATE TABLE ai_cos_outcomes (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  scope text NOT NULL CHECK (scope IN ('plan', 'action')),
  plan_id uuid REFERENCES ai_cos_plans,
  action_id uuid REFERENCES ai_cos_actions,
  kpi_id text,
  verdict text NOT NULL CHECK (verdict IN ('verified', 'ineffective', 'harmful', 'unverifiable')),
  reason text NOT NULL,
  predicted numeric,
  realised numeric,
  low numeric,
  high numeric,
  unit text,
  power numeric,
  confounders jsonb NOT NULL DEFAULT '[]',
  postcheck boolean,
  window_from_as_of timestamptz NOT NULL,
  window_to_as_of timestamptz NOT NULL,
  decided_as_of timestamptz NOT NULL,
  decided_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  detail jsonb NOT NULL DEFAULT '{}',
  CHECK ((scope = 'action') = (action_id IS NOT NULL)),
  UNIQUE NULLS NOT DISTINCT (scope, plan_id, action_id, kpi_id)
);
CREATE INDEX ai_cos_outcomes_action ON ai_cos_outcomes (action_id);

-- Beta posterior per agent and action type; counts decay, so they are fractions as of `updated_as_of`.
CREATE TABLE ai_cos_trust (
  agent_id text NOT NULL,
  action_type text NOT NULL,
  successes numeric NOT NULL DEFAULT 0,
  failures numeric NOT NULL DEFAULT 0,
  verdicts int NOT NULL DEFAULT 0,
  updated_as_of timestamptz NOT NULL,
  row_version int NOT NULL DEFAULT 1,
  PRIMARY KEY (agent_id, action_type)
);

CREATE TABLE ai_cos_kpi_values (
  kpi_id text NOT NULL,
  store text NOT NULL DEFAULT '',
  as_of timestamptz NOT NULL,
  value numeric,
  base_value numeric,
  numerator numeric,
  denominator numeric,
  sample_size numeric,
  score numeric,
  status text NOT NULL,
  significant boolean NOT NULL DEFAULT false,
  reason text,
  definition_version text NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (kpi_id, store, as_of)
);

SELECT ai_cos_protect('ai_cos_outcomes', 'SELECT, INSERT, UPDATE');
SELECT ai_cos_protect('ai_cos_trust', 'SELECT, INSERT, UPDATE');
SELECT ai_cos_protect('ai_cos_kpi_values', 'SELECT, INSERT, UPDATE');
