-- Median minutes to the first public reply of the tickets opened on the day; a day is given one more day to be answered.
-- @matures 1
SELECT day, percentile_cont(0.5) WITHIN GROUP (ORDER BY minutes) AS value, count(*) AS sample_size
FROM (
  SELECT t.created_at::date AS day, extract(epoch FROM min(c.created_at) - t.created_at) / 60 AS minutes
  FROM tickets t
  JOIN ticket_comments c
    ON c.ticket_id = t.id
    AND c.author_role = 'agent'
    AND c.is_public
    AND c.created_at <= :as_of
  WHERE t.created_at >= :from_day
    AND t.created_at < :to_day
    AND t.created_at <= :as_of
  GROUP BY t.id
) answered
GROUP BY day
