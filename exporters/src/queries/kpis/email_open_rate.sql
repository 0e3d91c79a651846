-- Opened by a person ÷ delivered, of the e-mails of the 7 days that ended 48 h ago.
-- @scale 100
SELECT
  count(*) FILTER (WHERE first_opened_at <= :as_of AND NOT is_machine_open) AS numerator,
  count(*) AS denominator,
  count(*) AS sample_size
FROM email_sends
WHERE sent_at > :as_of - interval '9 days'
  AND sent_at <= :as_of - interval '2 days'
  AND delivered_at <= :as_of
  AND (bounced_at IS NULL OR bounced_at > :as_of)
