-- Age of the oldest approved feature that was not released, beside the median of those that were.
-- @feeds features
SELECT coalesce(extract(epoch FROM :as_of - min(approved_at)), 0) AS value
FROM features
WHERE approved_at <= :as_of
  AND (released_at IS NULL OR released_at > :as_of)
