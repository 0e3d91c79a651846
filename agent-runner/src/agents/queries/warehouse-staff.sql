-- The open warehouse that ships most, people on its shifts per day with shifts in 28 days, and what warehouse people cost a day.
SELECT w.id::int AS warehouse_id,
       (SELECT count(*)::float8 / nullif(count(DISTINCT starts_at::date), 0) FROM shop.staff_shifts
         WHERE team = 'warehouse' AND starts_at <= $1 AND starts_at > $1::timestamptz - interval '28 days') AS people,
       (SELECT sum(amount)::float8 / 28 FROM shop.ledger_entries
         WHERE department = 'warehouse' AND account = 'salaries' AND NOT is_revenue AND booked_on < $1::date AND booked_on >= $1::date - 28)
         AS cost_per_day
FROM shop.warehouses w
WHERE w.opened_at <= $1 AND (w.closed_at IS NULL OR w.closed_at > $1)
ORDER BY (SELECT count(*) FROM shop.fulfillments f WHERE f.warehouse_id = w.id AND f.shipped_at <= $1
            AND f.shipped_at > $1::timestamptz - interval '28 days') DESC, w.id
LIMIT 1
