-- Open requisitions with their age and how far candidates came; the last column is the median age at which others were filled.
SELECT r.id::int AS requisition_id, r.department, coalesce(r.title, '') AS title,
       (extract(epoch FROM $1::timestamptz - r.approved_at) / 86400)::float8 AS age_days,
       (SELECT count(*) FROM shop.candidates c WHERE c.requisition_id = r.id AND c.first_contact_at <= $1)::int AS candidates,
       (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM c.offer_accepted_at - f.approved_at) / 86400)
          FROM shop.candidates c JOIN shop.job_requisitions f ON f.id = c.requisition_id
         WHERE c.offer_accepted_at <= $1 AND c.offer_accepted_at > $1::timestamptz - interval '365 days')::float8 AS usual_days
FROM shop.job_requisitions r
WHERE r.approved_at <= $1 AND (r.closed_at IS NULL OR r.closed_at > $1)
ORDER BY r.approved_at
