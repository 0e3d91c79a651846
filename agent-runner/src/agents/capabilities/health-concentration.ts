import { kpiIds, kpis, squads, type KpiReading, type SquadId } from '@ai-cos/catalog';
import { capability } from '../capability.ts';
import { noRows } from '../evidence.ts';
import { sum } from '../maths/sum.ts';
import { predict, propose } from '../propose.ts';
import { severityBy } from '../severity.ts';
import type { AnalysisContext, AnalysisResult, Found, Proposal } from '../types.ts';

interface Facts {
  readonly squad: SquadId;
  readonly red: readonly KpiReading[];
  readonly lost: number;
}

/** Which part of the company costs most health: weight × missing score per squad. */
function analyse(context: AnalysisContext): Promise<AnalysisResult<Facts>> {
  const readings = kpiIds.flatMap((id) => context.kpi(id) ?? []).filter((reading) => reading.score !== null);
  if (readings.length < 10) {
    const insufficient = `only ${String(readings.length)} KPIs are defined`;
    return Promise.resolve({ insufficient, evidence: [noRows('kpi-readings', context.asOf, readings.length)] });
  }
  const red = readings.filter((reading) => reading.status === 'warning' || reading.status === 'critical');
  const [squad, mine] = [...bySquad(red)].sort((a, b) => lostHealth(b[1]) - lostHealth(a[1]))[0] ?? [];
  if (squad === undefined || mine === undefined || mine.length < 2) return Promise.resolve([]);
  const lost = lostHealth(mine);
  return Promise.resolve([
    {
      kpiIds: mine.map((reading) => reading.id),
      severity: severityBy(lost, [3, 10, 20]),
      title: `${squads[squad].name} has ${String(mine.length)} of ${String(red.length)} KPIs out of their band`,
      detail: `Together they cost ${lost.toFixed(1)} points of company health.`,
      evidence: [
        {
          ...noRows('kpi-readings', context.asOf, readings.length),
          entities: [{ type: 'squad', id: squad, label: squads[squad].name }],
          measures: mine.map((reading) => ({
            name: kpis[reading.id].label,
            value: reading.value ?? 0,
            unit: kpis[reading.id].unit,
            baseline: reading.thresholds.target,
          })),
          comparison: 'weight of the KPI times the score it misses, per squad',
        },
      ],
      facts: { squad, red: mine, lost },
    },
  ]);
}

function bySquad(red: readonly KpiReading[]): Map<SquadId, KpiReading[]> {
  const groups = new Map<SquadId, KpiReading[]>();
  for (const reading of red) {
    const squad = kpis[reading.id].squad;
    groups.set(squad, [...(groups.get(squad) ?? []), reading]);
  }
  return groups;
}

function lostHealth(red: readonly KpiReading[]): number {
  return sum(red.map((reading) => reading.weight * (1 - (reading.score ?? 1))));
}

/** Several KPIs of one squad at once need its people in one room before single repairs. */
function conveneSquad({ facts }: Found<Facts>): readonly Proposal[] {
  const first = facts.red[0];
  if (first === undefined || facts.lost < 3) return [];
  const names = facts.red.map((reading) => kpis[reading.id].label).join(', ');
  return [
    propose(
      'work.task',
      {
        title: `Bring the squad ${squads[facts.squad].name} together`,
        instructions: `${names} are out of their band. Agree on one cause and one owner before single repairs start.`,
        dueInDays: 1,
      },
      {
        target: `squad:${facts.squad}`,
        direction: 'set',
        title: `Bring ${squads[facts.squad].name} together on one cause`,
        description: `${String(facts.red.length)} KPIs of the squad are out of their band at once.`,
        expected: [predict(first.id, 0, 0, 'coordination only, no effect of its own')],
        confidence: 40,
        cost: null,
        hoursUntilHarm: 24,
      }
    ),
  ];
}

export const healthConcentrationAnalysis = capability<Facts>({
  id: 'health-concentration',
  title: 'Which part of the company costs most health',
  kpis: ['burn_rate', 'runway', 'budget_variance', 'employee_retention'],
  analyse,
  playbooks: [{ id: 'convene-squad', title: 'Bring a squad together', propose: conveneSquad }],
});
