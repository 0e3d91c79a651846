-- Tickets that got their first public reply by an agent, at that time; a ticket is watched for 60 days.
SELECT min(c.created_at) AS at, 1 AS amount
FROM tickets t
JOIN ticket_comments c ON c.ticket_id = t.id AND c.author_role = 'agent' AND c.is_public
WHERE t.created_at > :since - interval '60 days'
  AND t.created_at <= :as_of
  AND c.created_at <= :as_of
GROUP BY t.id
HAVING min(c.created_at) > :since
