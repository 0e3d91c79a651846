-- Oldest first: prices are rebuilt by walking through them.
SELECT product_id::int AS product_id, coalesce(old_price, new_price)::float8 AS old_price, new_price::float8 AS new_price,
  valid_from::date - DATE '1970-01-01' AS from_day, valid_to::date - DATE '1970-01-01' AS to_day
FROM shop.price_changes WHERE valid_from < $2::date ORDER BY valid_from, id
