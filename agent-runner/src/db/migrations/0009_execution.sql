CREATE TABLE ai_cos_action_attempts (
  action_id uuid NOT NULL REFERENCES ai_cos_actions,
  attempt int NOT NULL,
  idempotency_key text NOT NULL,
  digest text NOT NULL,
  kind text NOT NULL DEFAULT 'call' CHECK (kind IN ('call', 'reconcile')),
  started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  started_as_of timestamptz,
  finished_at timestamptz,
  outcome text CHECK (outcome IN ('succeeded', 'failed', 'retry', 'unknown', 'stopped', 'waiting')),
  request jsonb,
  response jsonb,
  error text,
  PRIMARY KEY (action_id, attempt)
);

-- Work handed to a person; unique on the key, so that a repeated call never makes a second task.
CREATE TABLE ai_cos_tasks (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  action_id uuid NOT NULL UNIQUE REFERENCES ai_cos_actions,
  idempotency_key text NOT NULL UNIQUE,
  assignee text,
  due_as_of timestamptz NOT NULL,
  instructions text NOT NULL,
  answer text CHECK (answer IN ('done', 'not_done', 'done_differently')),
  answered_by text,
  answered_at timestamptz,
  note text,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CHECK ((answer IS NULL) = (answered_at IS NULL))
);

SELECT ai_cos_protect('ai_cos_action_attempts', 'SELECT, INSERT, UPDATE');
SELECT ai_cos_protect('ai_cos_tasks', 'SELECT, INSERT, UPDATE');
