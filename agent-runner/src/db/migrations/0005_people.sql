CREATE TABLE ai_cos_people (
  id text PRIMARY KEY,
  name text NOT NULL,
  email text,
  groups text[] NOT NULL DEFAULT '{}',
  channel text,
  absent_until date,
  active boolean NOT NULL DEFAULT true,
  loaded_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE ai_cos_identities (
  issuer text NOT NULL,
  identifier text NOT NULL,
  person_id text NOT NULL REFERENCES ai_cos_people,
  PRIMARY KEY (issuer, identifier)
);

-- Only the SHA-256 of a token is kept. Exactly one of person and service is set; services never decide.
CREATE TABLE ai_cos_tokens (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  hash text NOT NULL UNIQUE,
  person_id text REFERENCES ai_cos_people,
  service text,
  label text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  expires_at timestamptz,
  revoked_at timestamptz,
  CHECK (num_nonnulls(person_id, service) = 1)
);

CREATE TABLE ai_cos_delegations (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  from_person_id text NOT NULL REFERENCES ai_cos_people,
  to_person_id text NOT NULL REFERENCES ai_cos_people,
  scope_pole text,
  scope_kpi text,
  starts_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  ends_at timestamptz NOT NULL,
  revoked_at timestamptz,
  CHECK (from_person_id <> to_person_id),
  CHECK (ends_at > starts_at)
);
CREATE INDEX ai_cos_delegations_to ON ai_cos_delegations (to_person_id) WHERE revoked_at IS NULL;

-- One answer per click: the same key with the same request gives the same answer.
CREATE TABLE ai_cos_request_keys (
  actor text NOT NULL,
  key text NOT NULL,
  request_digest text NOT NULL,
  status int,
  response jsonb,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (actor, key)
);

SELECT ai_cos_protect('ai_cos_people', 'SELECT, INSERT, UPDATE');
SELECT ai_cos_protect('ai_cos_identities', 'SELECT, INSERT, UPDATE, DELETE');
SELECT ai_cos_protect('ai_cos_tokens', 'SELECT, INSERT, UPDATE');
SELECT ai_cos_protect('ai_cos_delegations', 'SELECT, INSERT, UPDATE');
SELECT ai_cos_protect('ai_cos_request_keys', 'SELECT, INSERT, UPDATE, DELETE');
