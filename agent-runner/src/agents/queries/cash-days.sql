-- Cash per week over 26 weeks by kind, newest first, and the balance at the end.
SELECT floor(($1::date - booked_on) / 7.0)::int AS week, kind, sum(amount)::float8 AS amount,
       (SELECT sum(latest.balance_after) FROM (SELECT DISTINCT ON (bank_account_id) balance_after FROM shop.cash_movements
          WHERE booked_on < $1::date ORDER BY bank_account_id, booked_on DESC, id DESC) AS latest)::float8 AS balance
FROM shop.cash_movements
WHERE booked_on < $1::date AND booked_on >= $1::date - 182
GROUP BY 1, 2 ORDER BY 1, 2
