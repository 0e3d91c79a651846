/** Why a KPI has no value; `aicos_kpi_undefined_info` carries these, without the list of feeds. */
export const undefinedReasons = [
  'feed_missing_or_stale',
  'zero_denominator_or_no_data',
  'cash_generating',
  'computed_from_prometheus',
  'mixed_currency',
  'query_failed',
  'query_timed_out',
  'source_unavailable',
  'not_computed_yet',
  'switched_off',
  'restricted',
] as const;
export type UndefinedReason = (typeof undefinedReasons)[number];
