-- Media spend, known once its day is over; spend without an exchange rate is left out.
-- @with rates
SELECT (d.date_day + 1)::timestamptz AS at, d.spend * r.rate AS amount, c.channel
FROM campaign_daily_stats d
JOIN campaigns c ON c.id = d.campaign_id
JOIN rates r ON r.currency_code = c.currency_code
WHERE d.date_day >= :since::date - 1
  AND (d.date_day + 1)::timestamptz > :since
  AND (d.date_day + 1)::timestamptz <= :as_of
