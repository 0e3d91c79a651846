-- 1 unit of currency_code = rate units of the reporting currency: the last rate known at as_of, the company file before the table.
SELECT :currency AS currency_code, 1::numeric AS rate
UNION ALL
(
  SELECT DISTINCT ON (known.currency_code) known.currency_code, known.rate
  FROM (
    SELECT x.currency_code::text, x.rate_on, x.rate, 2 AS preference
    FROM exchange_rates x
    WHERE x.reporting_code = :currency
    UNION ALL
    SELECT f.currency, f.rate_on, f.rate, 1
    FROM jsonb_to_recordset(:file_rates) AS f(currency text, rate_on date, rate numeric)
  ) known
  WHERE known.currency_code <> :currency
    AND known.rate_on <= :as_of::date
  ORDER BY known.currency_code, known.rate_on DESC, known.preference
)
