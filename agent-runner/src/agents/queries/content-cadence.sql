-- Published articles per week over 16 weeks and author, newest week first.
SELECT coalesce(author, 'unknown') AS author, count(*) FILTER (WHERE published_at > $1::timestamptz - interval '28 days')::float8 AS lately,
       (count(*) FILTER (WHERE published_at <= $1::timestamptz - interval '28 days') / 3.0)::float8 AS before,
       (extract(epoch FROM $1::timestamptz - max(published_at)) / 86400)::float8 AS days_since
FROM shop.content_items
WHERE status <> 'draft' AND published_at <= $1 AND published_at > $1::timestamptz - interval '112 days'
GROUP BY 1 ORDER BY 1
