-- Last measured score of each factor, the one a year before, and how old the measurement is.
SELECT f.code, f.pillar, f.weight::float8 AS weight, latest.score::float8 AS score, earlier.score::float8 AS score_before,
       ($1::date - latest.period_month)::float8 AS age_days, (latest.evidence_url IS NOT NULL) AS has_evidence
FROM shop.esg_factors f
LEFT JOIN LATERAL (SELECT score, period_month, evidence_url FROM shop.esg_measurements m
  WHERE m.factor_id = f.id AND m.period_month < date_trunc('month', $1::timestamptz)::date ORDER BY period_month DESC LIMIT 1) AS latest ON true
LEFT JOIN LATERAL (SELECT score FROM shop.esg_measurements m
  WHERE m.factor_id = f.id AND m.period_month <= latest.period_month - 330 ORDER BY period_month DESC LIMIT 1) AS earlier ON true
ORDER BY f.code
