import type { Db } from '@ai-cos/service-kit';

/**
 * Ends auto-drive for an hour when enough effects failed, stayed unknown or did harm within the last one; a person sets
 * it again. True when it tripped now.
 */
export async function tripBreaker(db: Db, failuresPerHour: number, asOf: Date): Promise<boolean> {
  const { rowCount } = await db.query(
    `WITH failures AS (
       SELECT count(DISTINCT ref) AS count FROM ai_cos_audit_log
        WHERE event IN ('action.failed', 'action.unknown', 'action.harmful')
          AND at > clock_timestamp() - interval '1 hour'),
     t AS (
       UPDATE ai_cos_settings
          SET mode = 'assisted', mode_since_at = clock_timestamp(), mode_by = 'breaker',
              mode_reason = f.count || ' effects failed or did harm within an hour',
              breaker_open_until_at = clock_timestamp() + interval '1 hour', row_version = row_version + 1
         FROM failures f
        WHERE mode = 'auto-drive' AND f.count >= $1
       RETURNING mode, mode_reason, row_version),
     h AS (INSERT INTO ai_cos_mode_history (mode, as_of, by, reason) SELECT mode, $2, 'breaker', mode_reason FROM t),
     o AS (INSERT INTO ai_cos_outbox (topic, ref, row_version) SELECT 'mode', NULL, row_version FROM t)
     INSERT INTO ai_cos_audit_log (event, actor, as_of, detail)
     SELECT 'mode.demoted', 'breaker', $2, jsonb_build_object('mode', mode, 'reason', mode_reason) FROM t`,
    [failuresPerHour, asOf]
  );
  return rowCount === 1;
}
