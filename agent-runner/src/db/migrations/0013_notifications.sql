-- Messages to people; best effort, so a failure stays here and never blocks a decision.
CREATE TABLE ai_cos_notifications (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  channel text NOT NULL,
  kind text NOT NULL,
  ref text,
  body jsonb NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'failed')),
  attempts int NOT NULL DEFAULT 0,
  error text,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  next_attempt_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  sent_at timestamptz
);
CREATE INDEX ai_cos_notifications_waiting ON ai_cos_notifications (next_attempt_at) WHERE state = 'waiting';

SELECT ai_cos_protect('ai_cos_notifications', 'SELECT, INSERT, UPDATE');
