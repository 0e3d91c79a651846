-- What the outside should hear about. Identity columns do not follow commit order, so readers use `pub_seq` alone,
-- which one relay assigns without gaps.
CREATE TABLE ai_cos_outbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  topic text NOT NULL CHECK (topic IN ('event', 'plan', 'action', 'kpi', 'mode', 'kill-switch', 'simulation', 'agent')),
  ref text,
  row_version int,
  pub_seq bigint UNIQUE
);
CREATE INDEX ai_cos_outbox_unpublished ON ai_cos_outbox (id) WHERE pub_seq IS NULL;

CREATE TABLE ai_cos_outbox_head (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  pub_seq bigint NOT NULL
);

SELECT ai_cos_protect('ai_cos_outbox', 'SELECT, INSERT, UPDATE, DELETE');
SELECT ai_cos_protect('ai_cos_outbox_head', 'SELECT, UPDATE');

INSERT INTO ai_cos_outbox_head (pub_seq) VALUES (0);
