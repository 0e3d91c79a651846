-- Age of the oldest unsolved ticket without a public reply by an agent; tickets of the last 60 days.
-- @feeds tickets
SELECT coalesce(extract(epoch FROM :as_of - min(t.created_at)), 0) AS value
FROM tickets t
WHERE t.created_at > :as_of - interval '60 days'
  AND t.created_at <= :as_of
  AND (t.solved_at IS NULL OR t.solved_at > :as_of)
  AND NOT EXISTS (
    SELECT 1
    FROM ticket_comments c
    WHERE c.ticket_id = t.id
      AND c.author_role = 'agent'
      AND c.is_public
      AND c.created_at <= :as_of
  )
