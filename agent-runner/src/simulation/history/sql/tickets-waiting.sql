-- Tickets without a first public answer at the end of each day.
WITH f AS (SELECT t.id, t.created_at, min(c.created_at) AS answered_at FROM shop.tickets t
  LEFT JOIN shop.ticket_comments c ON c.ticket_id = t.id AND c.author_role = 'agent' AND c.is_public
  WHERE t.created_at >= $1::date - 30 AND t.created_at < $2::date GROUP BY 1, 2)
SELECT g::date - DATE '1970-01-01' AS day, count(f.id)::float8 AS waiting FROM generate_series($1::date, $2::date - 1, interval '1 d') g
LEFT JOIN f ON f.created_at < g + interval '1 d' AND (f.answered_at IS NULL OR f.answered_at >= g + interval '1 d') GROUP BY 1 ORDER BY 1
