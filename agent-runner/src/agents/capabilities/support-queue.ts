import { z } from 'zod';
import { capability } from '../capability.ts';
import type { NamedQuery } from '../company/named-query.ts';
import { evidenceOf, notEnough } from '../evidence.ts';
import { peopleNeeded } from '../maths/queue.ts';
import { mean, sum } from '../maths/sum.ts';
import { predict, propose } from '../propose.ts';
import { severityBy } from '../severity.ts';
import type { AnalysisContext, AnalysisResult, Found, Proposal } from '../types.ts';

const Day = z.object({
  days_ago: z.number(),
  opened: z.number(),
  answered: z.number(),
  waiting: z.number(),
  median_minutes: z.number().nullable(),
});
type Day = z.infer<typeof Day>;
const supportDays: NamedQuery<Day> = { name: 'support-days', row: Day };

const Staff = z.object({
  shifts_per_day: z.number(),
  hours: z.number().nullable(),
  cost_per_day: z.number().nullable(),
});
const supportStaff: NamedQuery<z.infer<typeof Staff>> = { name: 'support-staff', row: Staff };

interface Facts {
  readonly people: number;
  readonly needed: number;
  readonly waiting: number;
  readonly costPerPersonDay: number;
  readonly medianMinutes: number;
}

/** Days in which a backlog should be gone. */
const catchUpDays = 3;
/** Opening hours of a support day when no shifts are recorded. */
const usualHours = 12;
/** Share of their time people can answer tickets when the queue is full. */
const mostBusy = 0.85;

async function analyse(context: AnalysisContext): Promise<AnalysisResult<Facts>> {
  const [result, staff] = await Promise.all([context.company.query(supportDays), context.company.query(supportStaff)]);
  const lately = result.rows.filter((day) => day.days_ago < 4);
  const before = result.rows.filter((day) => day.days_ago >= 7 && day.days_ago < 35);
  if (sum(before.map((day) => day.opened)) < 50)
    return notEnough(result, context.asOf, 'fewer than 50 tickets in four weeks');
  const waiting = result.rows[0]?.waiting ?? 0;
  const arrivals = mean(lately.map((day) => day.opened));
  const usual = mean(before.map((day) => day.opened));
  const usualWaiting = mean(before.map((day) => day.waiting));
  const busiest = [...result.rows]
    .sort((a, b) => b.answered - a.answered)
    .slice(0, 5)
    .map((day) => day.answered);
  const shifts = staff.rows[0]?.shifts_per_day ?? 0;
  const people = Math.max(1, Math.round(shifts > 0 ? shifts : 1));
  const hours = staff.rows[0]?.hours ?? usualHours;
  const serviceRate = mean(busiest) / people / hours / mostBusy;
  const target = (context.kpi('response_time')?.thresholds.target ?? 120) / 60;
  const needed = peopleNeeded({
    arrivals: arrivals / hours,
    serviceRate,
    backlog: waiting,
    hours: catchUpDays * hours,
    targetWait: target,
  });
  const late = mean(lately.map((day) => day.median_minutes ?? 0));
  if (waiting < Math.max(15, 2 * usualWaiting) && arrivals < 1.3 * usual && late < 2 * target * 60) return [];
  return [
    {
      kpiIds: ['response_time', 'csat'],
      severity: severityBy(waiting / Math.max(1, usual), [0.4, 1, 2.5]),
      title: `${waiting.toFixed(0)} tickets wait for a first answer, ${arrivals.toFixed(0)} a day arrive (usual ${usual.toFixed(0)})`,
      detail: `${String(people)} people answer about ${(serviceRate * hours).toFixed(0)} tickets a day each; ${String(needed)} are needed to catch up in ${String(catchUpDays)} days.`,
      evidence: [
        evidenceOf(result, context.asOf, {
          entities: [],
          measures: [
            { name: 'tickets waiting', value: waiting, unit: 'tickets', baseline: usualWaiting },
            { name: 'tickets opened', value: arrivals, unit: 'per day', baseline: usual },
            {
              name: 'tickets answered',
              value: mean(lately.map((day) => day.answered)),
              unit: 'per day',
              baseline: mean(before.map((day) => day.answered)),
            },
            { name: 'median first answer', value: late, unit: 'minutes' },
            { name: 'people needed', value: needed, unit: 'people', baseline: people },
          ],
          days: 35,
          comparison: 'four days against the four weeks before; staffing by M/M/c',
        }),
      ],
      facts: {
        people,
        needed,
        waiting,
        costPerPersonDay: (staff.rows[0]?.cost_per_day ?? 0) / people,
        medianMinutes: late,
      },
    },
  ];
}

/** As many people for as many days as the queue model asks for. */
function addPeople({ facts }: Found<Facts>, context: AnalysisContext): readonly Proposal[] {
  const extraAgents = Math.min(12, Math.max(2, facts.needed - facts.people));
  const days = Math.max(4, Math.min(14, Math.ceil(catchUpDays + facts.waiting / (extraAgents * 15))));
  const cost = Math.round(extraAgents * days * facts.costPerPersonDay);
  const now = context.kpi('response_time')?.value ?? facts.medianMinutes;
  const target = context.kpi('response_time')?.thresholds.target ?? 120;
  return [
    propose(
      'helpdesk.staffing',
      { extraAgents, days, cost },
      {
        target: 'support-staff',
        direction: 'up',
        title: `Add ${String(extraAgents)} support agents for ${String(days)} days`,
        description: `Catches up with ${facts.waiting.toFixed(0)} waiting tickets; about ${String(cost)} ${context.currency}.`,
        expected: [
          predict(
            'response_time',
            Math.min(-10, target * 0.7 - now),
            0.4,
            'M/M/c with these people and the arrivals of the last days'
          ),
          predict(
            'csat',
            0.24 * Math.log2(Math.max(1.2, now / target)),
            0.7,
            'link e28: 0.24 stars per halving of the wait'
          ),
        ],
        confidence: 80,
        cost,
        hoursUntilHarm: 0,
      }
    ),
  ];
}

/** Customers who know how long it takes ask once, not three times. */
function tellCustomers({ facts }: Found<Facts>): readonly Proposal[] {
  return [
    propose(
      'shop.banner',
      {
        title: 'Say how long an answer takes',
        message: `At the moment our answer takes about ${(Math.max(60, facts.medianMinutes) / 60).toFixed(0)} hours. You need not write twice.`,
        days: 3,
      },
      {
        target: 'banner:support',
        direction: 'set',
        title: 'Tell customers how long an answer takes',
        description: `${facts.waiting.toFixed(0)} tickets wait; a notice prevents repeated contacts.`,
        expected: [
          predict('response_time', -0.08 * facts.medianMinutes, 0.9, 'repeat contacts are about a tenth of a wave'),
        ],
        confidence: 45,
        cost: null,
        hoursUntilHarm: 6,
      }
    ),
  ];
}

export const supportQueueAnalysis = capability<Facts>({
  id: 'support-queue',
  title: 'How long the queue of tickets is and how many people it needs',
  kpis: ['response_time', 'csat'],
  analyse,
  playbooks: [
    { id: 'add-people', title: 'Add support agents for some days', propose: addPeople },
    { id: 'tell-customers', title: 'Tell customers how long it takes', propose: tellCustomers },
  ],
});
