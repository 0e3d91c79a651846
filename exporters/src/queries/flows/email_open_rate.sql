-- E-mails delivered of those sent on the day, and those opened by a person.
-- @scale 100
-- @matures 2
SELECT
  sent_at::date AS day,
  count(*) FILTER (WHERE first_opened_at <= :as_of AND NOT is_machine_open) AS numerator,
  count(*) AS denominator,
  count(*) AS sample_size
FROM email_sends
WHERE sent_at >= :from_day
  AND sent_at < :to_day
  AND sent_at <= :as_of
  AND delivered_at <= :as_of
  AND (bounced_at IS NULL OR bounced_at > :as_of)
GROUP BY 1
