CREATE TABLE ai_cos_plans (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  event_id uuid NOT NULL REFERENCES ai_cos_coordination_events,
  revision int NOT NULL,
  hash text NOT NULL,
  summary text NOT NULL,
  root_causes jsonb NOT NULL DEFAULT '[]',
  squad_ids text[] NOT NULL DEFAULT '{}',
  steps jsonb NOT NULL DEFAULT '[]',
  resolutions jsonb NOT NULL DEFAULT '[]',
  priorities jsonb NOT NULL DEFAULT '[]',
  notes jsonb NOT NULL DEFAULT '[]',
  trace_context text,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  created_as_of timestamptz NOT NULL,
  UNIQUE (event_id, revision)
);
ALTER TABLE ai_cos_coordination_events ADD FOREIGN KEY (plan_id) REFERENCES ai_cos_plans;

CREATE TABLE ai_cos_findings (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  event_id uuid NOT NULL REFERENCES ai_cos_coordination_events,
  plan_id uuid REFERENCES ai_cos_plans,
  agent_id text NOT NULL,
  analysis text NOT NULL,
  kpi_ids text[] NOT NULL DEFAULT '{}',
  severity text NOT NULL CHECK (severity IN ('low', 'medium', 'high', 'critical')),
  title text NOT NULL,
  detail text NOT NULL DEFAULT '',
  sufficient boolean NOT NULL,
  evidence jsonb NOT NULL DEFAULT '[]',
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  created_as_of timestamptz NOT NULL
);
CREATE INDEX ai_cos_findings_event ON ai_cos_findings (event_id);
CREATE INDEX ai_cos_findings_plan ON ai_cos_findings (plan_id);
CREATE INDEX ai_cos_findings_agent ON ai_cos_findings (agent_id, created_at DESC);

-- Why each agent spoke or stayed silent.
CREATE TABLE ai_cos_relevance (
  event_id uuid NOT NULL REFERENCES ai_cos_coordination_events,
  revision int NOT NULL,
  agent_id text NOT NULL,
  score numeric NOT NULL,
  speaks boolean NOT NULL,
  factors jsonb NOT NULL,
  reason text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (event_id, revision, agent_id)
);
CREATE INDEX ai_cos_relevance_agent ON ai_cos_relevance (agent_id, created_at DESC);

-- The capped rows the analyses saw, so that an event can be replayed to the same plan hash.
CREATE TABLE ai_cos_event_rows (
  event_id uuid NOT NULL REFERENCES ai_cos_coordination_events,
  revision int NOT NULL,
  query text NOT NULL,
  params jsonb NOT NULL DEFAULT '[]',
  rows jsonb NOT NULL,
  truncated boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (event_id, revision, query, params)
);

SELECT ai_cos_protect('ai_cos_plans', 'SELECT, INSERT, UPDATE');
SELECT ai_cos_protect('ai_cos_findings', 'SELECT, INSERT, UPDATE');
SELECT ai_cos_protect('ai_cos_relevance', 'SELECT, INSERT, UPDATE');
SELECT ai_cos_protect('ai_cos_event_rows', 'SELECT, INSERT, UPDATE');
