-- Median minutes to the first public reply by an agent, of the tickets of the last 7 days that have one.
SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY minutes) AS value, count(*) AS sample_size
FROM (
  SELECT extract(epoch FROM min(c.created_at) - t.created_at) / 60 AS minutes
  FROM tickets t
  JOIN ticket_comments c ON c.ticket_id = t.id AND c.author_role = 'agent' AND c.is_public
  WHERE t.created_at > :as_of - interval '7 days'
    AND t.created_at <= :as_of
    AND c.created_at <= :as_of
  GROUP BY t.id
) answered
