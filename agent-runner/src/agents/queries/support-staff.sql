-- People on support shifts per day in 28 days, hours per shift, and what support people cost a day.
SELECT (count(*)::float8 / 28) AS shifts_per_day, avg(extract(epoch FROM ends_at - starts_at) / 3600)::float8 AS hours,
       (SELECT sum(amount)::float8 / 28 FROM shop.ledger_entries
         WHERE department = 'support' AND NOT is_revenue AND booked_on < $1::date AND booked_on >= $1::date - 28) AS cost_per_day
FROM shop.staff_shifts
WHERE team = 'support' AND starts_at <= $1 AND starts_at > $1::timestamptz - interval '28 days'
