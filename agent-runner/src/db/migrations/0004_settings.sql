-- One row: the mode, the kill switch and who this installation is.
CREATE TABLE ai_cos_settings (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  installation uuid NOT NULL DEFAULT gen_random_uuid(),
  restore_epoch int NOT NULL DEFAULT 0,
  mode text NOT NULL DEFAULT 'assisted' CHECK (mode IN ('safe', 'assisted', 'auto-drive', 'forecast')),
  mode_since_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  mode_by text NOT NULL DEFAULT 'system',
  mode_reason text NOT NULL DEFAULT 'initial mode',
  kill_switch boolean NOT NULL DEFAULT false,
  kill_switch_since_at timestamptz,
  kill_switch_by text,
  kill_switch_reason text,
  breaker_open_until_at timestamptz,
  row_version int NOT NULL DEFAULT 1
);

CREATE TABLE ai_cos_mode_history (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  mode text NOT NULL CHECK (mode IN ('safe', 'assisted', 'auto-drive', 'forecast')),
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  as_of timestamptz,
  by text NOT NULL,
  reason text NOT NULL
);

SELECT ai_cos_protect('ai_cos_settings', 'SELECT, UPDATE');
SELECT ai_cos_protect('ai_cos_mode_history', 'SELECT, INSERT');

INSERT INTO ai_cos_settings DEFAULT VALUES;
INSERT INTO ai_cos_mode_history (mode, by, reason) VALUES ('assisted', 'system', 'initial mode');

CREATE TABLE ai_cos_agent_state (
  agent_id text PRIMARY KEY,
  state text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'paused', 'restricted')),
  reason text,
  changed_by text NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  row_version int NOT NULL DEFAULT 1
);
SELECT ai_cos_protect('ai_cos_agent_state', 'SELECT, INSERT, UPDATE');

-- A due business-time tick is a row inserted once, whichever replica notices it first.
CREATE TABLE ai_cos_ticks (
  job text NOT NULL,
  tick_as_of timestamptz NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (job, tick_as_of)
);
SELECT ai_cos_protect('ai_cos_ticks', 'SELECT, INSERT, DELETE');

-- Last sign of life of the alert pipeline (Watchdog).
CREATE TABLE ai_cos_heartbeats (
  source text PRIMARY KEY,
  last_seen_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
SELECT ai_cos_protect('ai_cos_heartbeats', 'SELECT, INSERT, UPDATE');
