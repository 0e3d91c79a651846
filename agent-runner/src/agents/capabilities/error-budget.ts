import { capability } from '../capability.ts';
import { evidenceOf, notEnough } from '../evidence.ts';
import { sum } from '../maths/sum.ts';
import { predict, propose } from '../propose.ts';
import { severityBy } from '../severity.ts';
import type { AnalysisContext, AnalysisResult, Found, Proposal } from '../types.ts';
import { pageSpeedDays } from './release-latency.ts';

interface Facts {
  readonly burn: number;
  readonly slowDays: number;
}

/** One page view in twenty may be slower than the target of the KPI: p95 below target is the objective. */
const allowedShare = 0.05;

/** How fast the allowance of slow page views is used up: 1 lasts exactly the period, 4 a quarter of it. */
async function analyse(context: AnalysisContext): Promise<AnalysisResult<Facts>> {
  const result = await context.company.query(pageSpeedDays);
  const target = context.kpi('frontend_p95_ms')?.thresholds.target ?? 2_500;
  if (sum(result.rows.map((day) => day.views)) < 200) {
    return notEnough(result, context.asOf, 'fewer than 200 measured page views in 21 days');
  }
  const lately = result.rows.filter((day) => day.days_ago < 3);
  const burn = sum(lately.map((day) => slowShare(day, target) / allowedShare)) / Math.max(1, lately.length);
  if (burn < 1.5) return [];
  const slowDays = result.rows.filter((day) => day.p95_ms > target).length;
  return [
    {
      kpiIds: ['frontend_p95_ms'],
      severity: severityBy(burn, [1.5, 3, 8]),
      title: `The allowance of slow page views is used up ${burn.toFixed(1)} times as fast as it grows`,
      detail: `${String(slowDays)} of ${String(result.rows.length)} days had a 95th percentile above ${target.toFixed(0)} ms.`,
      evidence: [
        evidenceOf(result, context.asOf, {
          entities: [],
          measures: [
            { name: 'burn rate', value: burn, unit: 'times', baseline: 1 },
            { name: 'days above target', value: slowDays, unit: 'days', baseline: result.rows.length },
          ],
          days: 21,
          comparison: `share of page views slower than ${target.toFixed(0)} ms against 5 %`,
        }),
      ],
      facts: { burn, slowDays },
    },
  ];
}

/** Share of views slower than the target, from median and p95 of a lognormal distribution. */
function slowShare({ median_ms, p95_ms }: { median_ms: number; p95_ms: number }, target: number): number {
  const sigma = Math.log(p95_ms / median_ms) / 1.6449;
  if (!(sigma > 0)) return p95_ms > target ? 1 : 0;
  return 1 - normalCdf(Math.log(target / median_ms) / sigma);
}

/** Abramowitz & Stegun 26.2.17, error below 1e-7. */
function normalCdf(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail =
    (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return z >= 0 ? 1 - tail : tail;
}

function addReplicas({ facts }: Found<Facts>): readonly Proposal[] {
  return [
    propose(
      'tech.scale-service',
      { title: 'Give the shop front more replicas', service: 'catalog', replicas: facts.burn > 5 ? 6 : 4 },
      {
        target: 'service:catalog',
        direction: 'up',
        title: `Scale the shop front to ${facts.burn > 5 ? '6' : '4'} replicas`,
        description: 'Buys time while the cause of the slow pages is found.',
        expected: [predict('frontend_p95_ms', -150, 1, 'less queueing in front of the servers')],
        confidence: 30,
        cost: null,
        hoursUntilHarm: 24,
      }
    ),
  ];
}

export const errorBudgetAnalysis = capability<Facts>({
  id: 'error-budget',
  title: 'How fast the allowance of slow page views is used up',
  kpis: ['frontend_p95_ms', 'backend_p95_ms'],
  analyse,
  playbooks: [{ id: 'add-replicas', title: 'Scale the slow service', propose: addReplicas }],
});
