import { z } from 'zod';
import { capability } from '../capability.ts';
import type { NamedQuery } from '../company/named-query.ts';
import { evidenceOf, notEnough } from '../evidence.ts';
import { sum } from '../maths/sum.ts';
import { predict, propose } from '../propose.ts';
import { severityBy } from '../severity.ts';
import type { AnalysisContext, AnalysisResult, Found, Proposal } from '../types.ts';

const Row = z.object({
  department: z.string(),
  people: z.number(),
  people_before: z.number(),
  leavers: z.number(),
  leavers_90d: z.number(),
});
type Row = z.infer<typeof Row>;
const teamAttrition: NamedQuery<Row> = { name: 'team-attrition', row: Row };

interface Facts {
  readonly worst: Row;
  readonly share: number;
  readonly headcount: number;
}

async function analyse(context: AnalysisContext): Promise<AnalysisResult<Facts>> {
  const result = await context.company.query(teamAttrition);
  const headcount = sum(result.rows.map((row) => row.people));
  if (headcount < 5) return notEnough(result, context.asOf, `only ${String(headcount)} people are recorded`);
  const worst = result.rows.filter((row) => row.leavers >= 2).sort((a, b) => attrition(b) - attrition(a))[0];
  if (worst === undefined || attrition(worst) < 0.15) return [];
  const share = attrition(worst);
  return [
    {
      kpiIds: ['employee_retention'],
      severity: severityBy(share, [0.18, 0.3, 0.5]),
      title: `${worst.department} lost ${(100 * share).toFixed(0)} % of its people in twelve months`,
      detail: `${worst.leavers.toFixed(0)} of about ${mean(worst).toFixed(0)}, ${worst.leavers_90d.toFixed(0)} of them in the last quarter.`,
      evidence: [
        evidenceOf(result, context.asOf, {
          entities: [{ type: 'department', id: worst.department }],
          measures: result.rows.map((row) => ({
            name: `leavers of ${row.department}`,
            value: row.leavers,
            unit: 'people',
            baseline: mean(row),
          })),
          days: 365,
          comparison: 'leavers of twelve months against mean headcount, per department',
        }),
      ],
      facts: { worst, share, headcount },
    },
  ];
}

function mean(row: Row): number {
  return (row.people + row.people_before) / 2;
}

function attrition(row: Row): number {
  return row.leavers / Math.max(1, mean(row));
}

function talk({ facts }: Found<Facts>): readonly Proposal[] {
  const { worst, headcount } = facts;
  return [
    propose(
      'people.stay-interviews',
      {
        title: `Talk to the people of ${worst.department}`,
        department: worst.department,
        people: Math.max(1, Math.round(worst.people)),
        topic: 'What would make you leave, what makes you stay, what would you change tomorrow?',
      },
      {
        target: `retention:${worst.department}`,
        direction: 'set',
        title: `Stay interviews in ${worst.department}`,
        description: `${worst.leavers.toFixed(0)} people left in twelve months.`,
        expected: [
          predict(
            'employee_retention',
            (100 * worst.leavers * 0.3) / headcount,
            0.9,
            'a third of the leavers would have stayed'
          ),
        ],
        confidence: 35,
        cost: null,
        hoursUntilHarm: 720,
      }
    ),
  ];
}

/** Fewer people carry the same work until the seats are filled: the gap itself drives the next ones out. */
function relieve({ facts }: Found<Facts>): readonly Proposal[] {
  const missing = facts.worst.people_before - facts.worst.people;
  if (missing < 1) return [];
  return [
    propose(
      'people.overtime-relief',
      {
        title: `Relieve ${facts.worst.department} until seats are filled`,
        team: facts.worst.department,
        hoursPerWeek: Math.min(40, 20 * missing),
        cost: Math.round(Math.min(40, 20 * missing) * 30 * 4),
      },
      {
        target: `relief:${facts.worst.department}`,
        direction: 'up',
        title: `Temporary help for ${facts.worst.department}`,
        description: `${missing.toFixed(0)} people fewer than a year ago.`,
        expected: [predict('employee_retention', 0.5, 1, 'one resignation fewer in a year')],
        confidence: 30,
        cost: Math.round(Math.min(40, 20 * missing) * 30 * 4),
        hoursUntilHarm: 336,
      }
    ),
  ];
}

export const teamAttritionAnalysis = capability<Facts>({
  id: 'team-attrition',
  title: 'Which team people leave',
  kpis: ['employee_retention'],
  analyse,
  playbooks: [
    { id: 'stay-interviews', title: 'Talk to the team', propose: talk },
    { id: 'relieve-team', title: 'Relieve the team until seats are filled', propose: relieve },
  ],
});
