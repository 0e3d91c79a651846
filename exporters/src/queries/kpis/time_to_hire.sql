-- Median days from approved requisition to accepted offer, of the hires of 180 days.
SELECT
  percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM c.offer_accepted_at - j.approved_at) / 86400) AS value,
  count(*) AS sample_size
FROM candidates c
JOIN job_requisitions j ON j.id = c.requisition_id
WHERE c.offer_accepted_at > :as_of - interval '180 days'
  AND c.offer_accepted_at <= :as_of
