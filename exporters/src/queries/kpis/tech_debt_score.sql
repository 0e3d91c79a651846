-- 100 = no debt: massive files, duplicated blocks and complexity violations of the last scan, the founding formula.
-- @with latest_scan
SELECT
  greatest(
    0,
    least(100, 100 - 10 * (massive_files / 10.0 + duplicated_blocks / 50.0 + complexity_violations / 100.0))
  ) AS value,
  1 AS sample_size
FROM latest_scan
