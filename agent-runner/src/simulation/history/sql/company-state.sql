SELECT (SELECT sum(x.balance_after) FROM shop.bank_accounts a CROSS JOIN LATERAL (SELECT balance_after FROM shop.cash_movements m
    WHERE m.bank_account_id = a.id AND m.booked_on < $2::date ORDER BY m.booked_on DESC, m.id DESC LIMIT 1) x)::float8 AS cash,
  (SELECT sum(l.stocked_quantity * p.unit_cost) FROM shop.inventory_levels l JOIN shop.products p ON p.id = l.product_id)::float8 AS stock_value,
  (SELECT avg(k) FROM (SELECT count(*) AS k FROM shop.staff_shifts WHERE team = 'support' AND starts_at >= $2::date - 28
    AND starts_at < $2::date GROUP BY starts_at::date) s)::float8 AS support_agents
