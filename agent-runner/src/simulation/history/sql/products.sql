SELECT id::int AS id, coalesce(category, 'uncategorised') AS category, coalesce(list_price, 0)::float8 AS list_price,
  coalesce(unit_cost, 0)::float8 AS unit_cost FROM shop.products WHERE status = 'published' ORDER BY id
