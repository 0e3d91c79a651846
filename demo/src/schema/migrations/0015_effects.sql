-- Receipts of the SQL connector, written in the transaction of each effect: the same key never takes effect twice.
CREATE SCHEMA effects;
CREATE TABLE effects.receipt (
  key text PRIMARY KEY,
  action_type text NOT NULL,
  applied_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
GRANT USAGE ON SCHEMA effects TO company_effects;
GRANT SELECT, INSERT ON effects.receipt TO company_effects;
GRANT UPDATE (max_uses) ON shop.coupons TO company_effects;
