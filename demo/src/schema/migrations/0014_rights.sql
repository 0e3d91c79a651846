-- Exporters and analyses read facts and the clock, nothing of the twin. The SQL connector may change what catalogue
-- actions change: prices, reorder points, campaign budgets.
GRANT USAGE ON SCHEMA shop, demo TO company_reader, company_effects;
GRANT SELECT ON ALL TABLES IN SCHEMA shop TO company_reader, company_effects;
GRANT SELECT ON demo.marker TO company_reader, company_effects;
GRANT EXECUTE ON FUNCTION demo.business_clock() TO company_reader, company_effects;
GRANT UPDATE (list_price) ON shop.products TO company_effects;
GRANT UPDATE (reorder_point) ON shop.inventory_levels TO company_effects;
GRANT UPDATE (budget_amount) ON shop.campaigns TO company_effects;
REVOKE ALL ON SCHEMA twin FROM PUBLIC;

-- Rows that other programs add get ids of their own range; the twin counts from 1.
DO $$
DECLARE sequence text;
BEGIN
  FOR sequence IN
    SELECT pg_get_serial_sequence(format('%I.%I', table_schema, table_name), column_name)
    FROM information_schema.columns WHERE table_schema = 'shop' AND is_identity = 'YES'
  LOOP
    PERFORM setval(sequence, 1000000000, false);
  END LOOP;
END $$;
