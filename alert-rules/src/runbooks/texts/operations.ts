import type { RunbookText } from '../runbook-text.ts';

export const operationsRunbooks = {
  time_to_hire: {
    impact: 'Seats stay empty: others cover, queues lengthen, people leave.',
    asks: 'Which requisitions wait, and at which step?',
    sql: `SELECT j.department, j.title, j.approved_at::date, extract(day FROM :as_of::timestamptz - j.approved_at) AS days_open,
  count(c.id) AS candidates, max(c.first_contact_at)::date AS last_contact
FROM shop.job_requisitions j LEFT JOIN shop.candidates c ON c.requisition_id = j.id
WHERE j.approved_at <= :as_of AND (j.closed_at IS NULL OR j.closed_at > :as_of) GROUP BY 1, 2, 3, 4 ORDER BY 4 DESC;`,
    causes: [
      'One hard role: it alone makes the median of few hires.',
      'Candidates wait for an answer: contacts exist, the last one is weeks old.',
      'Nobody decides on the offer.',
    ],
    cures: [
      { action: 'people.unblock-requisition', when: 'a decision is missing: close it or raise the offer' },
      { action: 'people.overtime-relief', when: 'the gap hurts a team now' },
    ],
    caution: 'Counts only finished hires of 180 days: the oldest open requisition is the earlier sign.',
  },
  employee_retention: {
    impact: 'Knowledge leaves, hiring costs months of salary, and customers notice after about a quarter.',
    asks: 'Which department do people leave, and why?',
    sql: `SELECT department, leave_reason, count(*) AS left_12_months, round(avg(left_at - hired_at)) AS days_employed
FROM shop.employees WHERE left_at >= (:as_of::date - interval '12 months')::date AND left_at < :as_of::date GROUP BY 1, 2 ORDER BY 3 DESC;`,
    causes: [
      'One department: its lead, its load, its pay.',
      'Short stays: the job is not what was promised. days_employed is low.',
      'Planned departures: retirement, end of contract. Then it is no alarm.',
    ],
    cures: [
      { action: 'people.stay-interviews', when: 'one team loses people: ask those who stay' },
      { action: 'people.overtime-relief', when: 'load is named as the reason' },
      { action: 'people.unblock-requisition', when: 'gaps drive the load' },
    ],
    caution:
      'Twelve months and small numbers: one person is a point. Personal data: keep names out of tickets and plans.',
  },
} as const satisfies Record<string, RunbookText>;
