-- Tickets per day over 35 days: opened, first answered by a person, and still unanswered at the end; newest first.
WITH work AS (
  SELECT t.id, t.created_at, min(c.created_at) AS replied_at
  FROM shop.tickets t LEFT JOIN shop.ticket_comments c
    ON c.ticket_id = t.id AND c.author_role = 'agent' AND c.is_public AND c.created_at <= $1
  WHERE t.created_at <= $1 AND t.created_at > $1::timestamptz - interval '50 days'
  GROUP BY t.id
),
opened AS (
  SELECT floor(extract(epoch FROM $1::timestamptz - created_at) / 86400)::int AS day, count(*) AS tickets FROM work GROUP BY 1
),
answered AS (
  SELECT floor(extract(epoch FROM $1::timestamptz - replied_at) / 86400)::int AS day, count(*) AS tickets,
         percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM replied_at - created_at) / 60) AS median_minutes
  FROM work WHERE replied_at IS NOT NULL GROUP BY 1
),
days AS (
  SELECT day, coalesce(opened.tickets, 0) AS opened, coalesce(answered.tickets, 0) AS answered, answered.median_minutes,
         -- Everything opened up to the end of the day less everything answered up to then.
         sum(coalesce(opened.tickets, 0) - coalesce(answered.tickets, 0)) OVER (ORDER BY day DESC) AS waiting
  FROM generate_series(0, 49) AS day LEFT JOIN opened USING (day) LEFT JOIN answered USING (day)
  WHERE EXISTS (SELECT 1 FROM work)
)
SELECT day AS days_ago, opened::float8, answered::float8, waiting::float8, median_minutes::float8
FROM days WHERE day < 35 ORDER BY day
