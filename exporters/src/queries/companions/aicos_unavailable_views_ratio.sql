-- Views of unavailable products ÷ product views of 24 h: stock_rupture weighted by what visitors look at, which drives sales.
-- @feeds sessions
SELECT (count(*) FILTER (WHERE NOT was_available))::numeric / nullif(count(was_available), 0) AS value
FROM page_events
WHERE event_type = 'view'
  AND occurred_at > :as_of - interval '1 day'
  AND occurred_at <= :as_of
