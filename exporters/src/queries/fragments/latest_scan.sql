-- The last scan of the code base at or before as_of.
SELECT *
FROM code_scans
WHERE ran_at <= :as_of
ORDER BY ran_at DESC
LIMIT 1
