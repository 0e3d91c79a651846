-- Hidden state of the digital twin. Only its owner reads it: analyses must find causes in the company's facts.
CREATE SCHEMA IF NOT EXISTS twin;

CREATE TABLE twin.worlds (
  name text PRIMARY KEY CHECK (name IN ('company', 'without-decisions')),
  day int NOT NULL,
  forked_day int,
  state json NOT NULL
);
COMMENT ON TABLE twin.worlds IS 'State after the last stepped day; the second world lives on without the moved levers.';

CREATE TABLE twin.figures (
  world text NOT NULL,
  day date NOT NULL,
  figures jsonb NOT NULL,
  PRIMARY KEY (world, day)
);

CREATE TABLE twin.commands (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('lever', 'disturbance')),
  payload jsonb NOT NULL,
  source text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  applied_day date
);
COMMENT ON TABLE twin.commands IS 'What was moved through the back office or by a scenario; applied with the next business day.';
CREATE INDEX ON twin.commands (id) WHERE applied_day IS NULL;

CREATE TABLE twin.idempotency (
  key text PRIMARY KEY,
  method text NOT NULL,
  path text NOT NULL,
  body_digest text NOT NULL,
  status int NOT NULL,
  response jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE twin.drills (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  scenario text NOT NULL,
  seed int NOT NULL,
  parameters jsonb NOT NULL,
  record jsonb NOT NULL,
  started_day date NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
