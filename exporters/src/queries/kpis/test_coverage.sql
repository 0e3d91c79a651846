-- Covered ÷ coverable lines of the last scan.
-- @with latest_scan
-- @scale 100
SELECT lines_hit AS numerator, lines_found AS denominator, lines_found AS sample_size
FROM latest_scan
