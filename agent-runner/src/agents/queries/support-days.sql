-- Tickets per day over 35 days: opened, first answered by a person, and still unanswered at the end; newest first.
WITH first_reply AS (
  SELECT t.id, t.created_at, min(c.created_at) AS replied_at
  FROM shop.tickets t LEFT JOIN shop.ticket_comments c
    ON c.ticket_id = t.id AND c.author_role = 'agent' AND c.is_public AND c.created_at <= $1
  WHERE t.created_at <= $1 AND t.created_at > $1::timestamptz - interval '49 days'
  GROUP BY t.id
)
SELECT day AS days_ago,
       (SELECT count(*) FROM first_reply WHERE floor(extract(epoch FROM $1::timestamptz - created_at) / 86400) = day)::float8 AS opened,
       (SELECT count(*) FROM first_reply WHERE floor(extract(epoch FROM $1::timestamptz - replied_at) / 86400) = day)::float8 AS answered,
       (SELECT count(*) FROM first_reply WHERE created_at <= $1::timestamptz - day * interval '1 day'
          AND (replied_at IS NULL OR replied_at > $1::timestamptz - day * interval '1 day'))::float8 AS waiting,
       (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM replied_at - created_at) / 60) FROM first_reply
         WHERE floor(extract(epoch FROM $1::timestamptz - replied_at) / 86400) = day)::float8 AS median_minutes
FROM generate_series(0, 34) AS day
WHERE EXISTS (SELECT 1 FROM first_reply)
ORDER BY day
