import { z } from 'zod';
import { capability } from '../capability.ts';
import type { NamedQuery } from '../company/named-query.ts';
import { evidenceOf, notEnough } from '../evidence.ts';
import { predict, propose } from '../propose.ts';
import { severityBy } from '../severity.ts';
import type { AnalysisContext, AnalysisResult, Found, Proposal } from '../types.ts';

const Row = z.object({
  requisition_id: z.number(),
  department: z.string().nullable(),
  title: z.string(),
  age_days: z.number(),
  candidates: z.number(),
  usual_days: z.number().nullable(),
});
type Row = z.infer<typeof Row>;
const openRequisitions: NamedQuery<Row> = { name: 'open-requisitions', row: Row };

interface Facts {
  readonly old: readonly Row[];
  readonly limit: number;
}

async function analyse(context: AnalysisContext): Promise<AnalysisResult<Facts>> {
  const result = await context.company.query(openRequisitions);
  if (result.rows.length === 0) return notEnough(result, context.asOf, 'no requisition is open');
  const limit = context.kpi('time_to_hire')?.thresholds.target ?? 30;
  const old = result.rows.filter((row) => row.age_days > limit);
  const oldest = old[0];
  if (oldest === undefined) return [];
  return [
    {
      kpiIds: ['time_to_hire'],
      severity: severityBy(oldest.age_days / limit, [1.2, 2, 3]),
      title: `${String(old.length)} of ${String(result.rows.length)} open seats wait longer than ${limit.toFixed(0)} days`,
      detail: `The oldest, ${oldest.title}, for ${oldest.age_days.toFixed(0)} days with ${String(oldest.candidates)} candidates.`,
      evidence: [
        evidenceOf(result, context.asOf, {
          entities: old.map((row) => ({ type: 'requisition', id: String(row.requisition_id), label: row.title })),
          measures: [
            { name: 'seats past the target', value: old.length, unit: 'seats', baseline: result.rows.length },
            { name: 'age of the oldest', value: oldest.age_days, unit: 'days', baseline: oldest.usual_days ?? limit },
          ],
          days: 365,
          comparison: 'age of open seats against the median age at which others were filled',
        }),
      ],
      facts: { old, limit },
    },
  ];
}

/** Without candidates the search is the problem, with candidates the decision. */
function unblock({ facts }: Found<Facts>): readonly Proposal[] {
  const searching = facts.old.filter((row) => row.candidates === 0);
  const deciding = facts.old.filter((row) => row.candidates > 0);
  return [
    ...step(searching, 'widen the search: a second channel, a clearer text, or a recruiter', facts.limit),
    ...step(deciding, 'decide on the candidates within five days or close the seat', facts.limit),
  ];
}

function step(rows: readonly Row[], what: string, limit: number): Proposal[] {
  const first = rows[0];
  if (first === undefined) return [];
  return [
    propose(
      'people.unblock-requisition',
      {
        title: `Unblock ${String(rows.length)} open seats`,
        requisitionIds: rows.slice(0, 20).map((row) => row.requisition_id),
        step: what,
      },
      {
        target: `requisitions:${what.slice(0, 6)}`,
        direction: 'set',
        title: `${String(rows.length)} seats: ${what.split(':')[0] ?? what}`,
        description: `Open for up to ${first.age_days.toFixed(0)} days, the target is ${limit.toFixed(0)}.`,
        expected: [
          predict('time_to_hire', -Math.min(10, (first.age_days - limit) / 3), 0.8, 'a third of the delay is waiting'),
        ],
        confidence: 45,
        cost: null,
        hoursUntilHarm: 168,
      }
    ),
  ];
}

export const openRequisitionsAnalysis = capability<Facts>({
  id: 'open-requisitions',
  title: 'Which open seats wait too long',
  kpis: ['time_to_hire'],
  analyse,
  playbooks: [{ id: 'unblock-seats', title: 'Widen the search or decide', propose: unblock }],
});
