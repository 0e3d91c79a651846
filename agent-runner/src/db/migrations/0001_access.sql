-- Row level security as in the founding guide, on plain PostgreSQL and on Supabase alike.
CREATE SCHEMA IF NOT EXISTS auth;

DO $$
BEGIN
  IF to_regprocedure('auth.jwt()') IS NULL THEN
    CREATE FUNCTION auth.jwt() RETURNS jsonb LANGUAGE sql STABLE AS
      $jwt$ SELECT coalesce(nullif(current_setting('request.jwt.claims', true), ''), '{}')::jsonb $jwt$;
    GRANT USAGE ON SCHEMA auth TO aicos_app;
    GRANT EXECUTE ON FUNCTION auth.jwt() TO aicos_app;
  END IF;
END $$;

-- Every table goes through here: forced row security, one policy, and exactly the rights the app role needs.
CREATE FUNCTION ai_cos_protect(protected regclass, privileges text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', protected);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', protected);
  -- The sub-select makes the claim a constant of the statement instead of a call per row.
  EXECUTE format(
    'CREATE POLICY %I ON %s FOR ALL USING ((SELECT auth.jwt() ->> ''role'') IN (''admin'', ''service_role''))
       WITH CHECK ((SELECT auth.jwt() ->> ''role'') IN (''admin'', ''service_role''))',
    'Admin access ' || protected::text, protected);
  EXECUTE format('GRANT %s ON %s TO aicos_app', privileges, protected);
END $$;
