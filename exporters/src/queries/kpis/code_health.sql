-- 100 − 2 per complex file − 0.5 per duplicated block − 0.3 per unused file, of the last scan.
-- @with latest_scan
SELECT
  greatest(0, least(100, 100 - 2 * high_complexity_files - 0.5 * duplicated_blocks - 0.3 * unused_files)) AS value,
  1 AS sample_size
FROM latest_scan
