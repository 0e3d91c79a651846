CREATE TABLE ai_cos_audit_log (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  as_of timestamptz,
  event text NOT NULL,
  actor text,
  route text,
  ref text,
  detail jsonb NOT NULL DEFAULT '{}',
  -- True for intake: the linker chains such rows in batches, so that accepting alerts never waits for the chain.
  deferred boolean NOT NULL DEFAULT false
);
CREATE INDEX ai_cos_audit_log_ref ON ai_cos_audit_log (ref, id);
CREATE INDEX ai_cos_audit_log_deferred ON ai_cos_audit_log (id) WHERE deferred;

-- Links stand beside the log, so that audit rows are never updated.
CREATE TABLE ai_cos_audit_links (
  seq bigint PRIMARY KEY,
  audit_id bigint NOT NULL UNIQUE REFERENCES ai_cos_audit_log,
  previous_hash text NOT NULL,
  hash text NOT NULL
);

-- A counter row instead of a sequence: a rolled back transaction leaves no hole in the chain.
CREATE TABLE ai_cos_audit_head (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  seq bigint NOT NULL,
  hash text NOT NULL,
  linked_through bigint NOT NULL DEFAULT 0
);

-- Signed heads as they were published outside the database.
CREATE TABLE ai_cos_audit_anchors (
  seq bigint PRIMARY KEY,
  hash text NOT NULL,
  signature text NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp()
);

SELECT ai_cos_protect('ai_cos_audit_log', 'SELECT, INSERT');
SELECT ai_cos_protect('ai_cos_audit_links', 'SELECT');
SELECT ai_cos_protect('ai_cos_audit_head', 'SELECT');
SELECT ai_cos_protect('ai_cos_audit_anchors', 'SELECT, INSERT');

INSERT INTO ai_cos_audit_head (seq, hash) VALUES (0, repeat('0', 64));

-- What is hashed. Instants as seconds since 1970: their text would depend on the session's time zone.
CREATE FUNCTION ai_cos_audit_payload(entry ai_cos_audit_log) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object(
    'id', entry.id, 'at', extract(epoch FROM entry.at), 'asOf', extract(epoch FROM entry.as_of), 'event', entry.event,
    'actor', entry.actor, 'route', entry.route, 'ref', entry.ref, 'detail', entry.detail)::text
$$;

CREATE FUNCTION ai_cos_audit_chain(entry ai_cos_audit_log) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  head ai_cos_audit_head;
  next_hash text;
BEGIN
  SELECT * INTO STRICT head FROM ai_cos_audit_head FOR UPDATE;
  next_hash := encode(
    sha256(convert_to(head.hash || ai_cos_audit_payload(entry) || (head.seq + 1)::text, 'UTF8')), 'hex');
  INSERT INTO ai_cos_audit_links (seq, audit_id, previous_hash, hash) VALUES (head.seq + 1, entry.id, head.hash, next_hash);
  UPDATE ai_cos_audit_head SET seq = head.seq + 1, hash = next_hash;
END $$;
REVOKE ALL ON FUNCTION ai_cos_audit_chain(ai_cos_audit_log) FROM PUBLIC;

CREATE FUNCTION ai_cos_audit_on_commit() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM ai_cos_audit_chain(NEW);
  RETURN NULL;
END $$;

-- At commit: the chain lock is always the last one taken, so it never takes part in a deadlock.
CREATE CONSTRAINT TRIGGER ai_cos_audit_chained AFTER INSERT ON ai_cos_audit_log
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NOT NEW.deferred) EXECUTE FUNCTION ai_cos_audit_on_commit();

-- Links intake rows, oldest first; late committers keep the watermark back for ten minutes.
CREATE FUNCTION ai_cos_audit_link_deferred(batch int) RETURNS int
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  entry ai_cos_audit_log;
  linked int := 0;
BEGIN
  PERFORM 1 FROM ai_cos_audit_head FOR UPDATE;
  FOR entry IN
    SELECT a.* FROM ai_cos_audit_log a
    WHERE a.deferred AND a.id > (SELECT linked_through FROM ai_cos_audit_head)
      AND NOT EXISTS (SELECT 1 FROM ai_cos_audit_links l WHERE l.audit_id = a.id)
    ORDER BY a.id LIMIT batch
  LOOP
    PERFORM ai_cos_audit_chain(entry);
    linked := linked + 1;
  END LOOP;
  IF linked < batch THEN
    UPDATE ai_cos_audit_head SET linked_through = greatest(linked_through, coalesce(
      (SELECT max(id) FROM ai_cos_audit_log
        WHERE deferred AND id > linked_through AND at < clock_timestamp() - interval '10 minutes'), 0));
  END IF;
  RETURN linked;
END $$;
REVOKE ALL ON FUNCTION ai_cos_audit_link_deferred(int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ai_cos_audit_link_deferred(int) TO aicos_app;
