-- The marker says "this database belongs to the simulated company"; the clock is its business time.
CREATE SCHEMA IF NOT EXISTS demo;

CREATE TABLE demo.marker (
  id boolean PRIMARY KEY DEFAULT true CHECK (id),
  company text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('twin', 'import')),
  seeded_at timestamptz
);
COMMENT ON TABLE demo.marker IS 'Demo, import and scenario commands refuse a database without this row.';

CREATE TABLE demo.clock (
  id boolean PRIMARY KEY DEFAULT true CHECK (id),
  base_business timestamptz NOT NULL,
  base_wall timestamptz NOT NULL DEFAULT clock_timestamp(),
  day_seconds double precision NOT NULL CHECK (day_seconds > 0),
  -- Facts are written up to here; the clock never runs past it.
  written_through timestamptz NOT NULL,
  -- Business time of the last call of a person; the clock stops watch_days later.
  touched timestamptz NOT NULL,
  watch_days int NOT NULL DEFAULT 120,
  -- Wall time until which an urgent plan waits for a person and the days last slow_day_seconds.
  urgent_until timestamptz NOT NULL DEFAULT '-infinity',
  slow_day_seconds double precision NOT NULL DEFAULT 120
);

-- Runs at the slow pace until urgent_until and at the usual one after it, and stops at the written facts or when nobody watches.
CREATE FUNCTION demo.business_clock(OUT now timestamptz, OUT rate double precision)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT least(pace.raw, pace.stop), CASE WHEN pace.raw >= pace.stop THEN 0 ELSE pace.rate END
  FROM (
    SELECT
      c.base_business
        + make_interval(secs => t.slow * 86400 / greatest(c.slow_day_seconds, c.day_seconds))
        + make_interval(secs => t.usual * 86400 / c.day_seconds) AS raw,
      least(c.written_through, c.touched + make_interval(days => c.watch_days)) AS stop,
      86400 / CASE WHEN w.wall < c.urgent_until THEN greatest(c.slow_day_seconds, c.day_seconds) ELSE c.day_seconds END AS rate
    FROM demo.clock c
    CROSS JOIN LATERAL (SELECT clock_timestamp() AS wall) w
    CROSS JOIN LATERAL (
      SELECT greatest(c.base_wall, least(w.wall, c.urgent_until)) AS turn
    ) u
    CROSS JOIN LATERAL (
      SELECT extract(epoch FROM u.turn - c.base_wall) AS slow, extract(epoch FROM w.wall - u.turn) AS usual
    ) t
  ) pace
$$;
COMMENT ON FUNCTION demo.business_clock() IS 'Business time of the simulated company and business seconds per wall second; rate 0 = paused.';

-- Moves the base to this moment, so that a change of pace or of the written facts never makes time jump.
CREATE FUNCTION demo.rebase_clock() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  UPDATE demo.clock SET base_business = t.now, base_wall = clock_timestamp() FROM demo.business_clock() t
$$;

-- A person looks: the pause is pushed back; an urgent plan that waits slows the days down for a while (wall seconds).
CREATE FUNCTION demo.touch(urgent_seconds int DEFAULT 0) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM demo.rebase_clock();
  UPDATE demo.clock SET
    touched = base_business,
    urgent_until = CASE
      WHEN urgent_seconds > 0 THEN clock_timestamp() + make_interval(secs => least(urgent_seconds, 600))
      ELSE urgent_until
    END;
END $$;
REVOKE ALL ON FUNCTION demo.touch(int), demo.rebase_clock() FROM PUBLIC;
