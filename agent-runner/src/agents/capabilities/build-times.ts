import { capability } from '../capability.ts';
import { evidenceOf, notEnough } from '../evidence.ts';
import { sum } from '../maths/sum.ts';
import { predict, propose } from '../propose.ts';
import { severityBy } from '../severity.ts';
import type { AnalysisContext, AnalysisResult, Found, Proposal } from '../types.ts';
import { buildRecord, type BuildRecord } from './build-record.ts';

interface Facts {
  readonly slow: BuildRecord;
  readonly wastedHours: number;
}

/** Hours of waiting that slower and failed builds cost in two weeks. */
async function analyse(context: AnalysisContext): Promise<AnalysisResult<Facts>> {
  const result = await context.company.query(buildRecord);
  const known = result.rows.filter((row) => row.builds >= 8 && row.seconds !== null && row.seconds_before !== null);
  if (known.length === 0) return notEnough(result, context.asOf, 'no service with eight builds in two weeks');
  const slow = [...known].sort((a, b) => wasted(b) - wasted(a))[0];
  if (slow === undefined || (slower(slow) < 0.2 && (slow.failed ?? 0) < 2 * (slow.failed_before ?? 0) + 0.1)) return [];
  return [
    {
      kpiIds: ['time_to_market'],
      severity: severityBy(slower(slow), [0.2, 0.6, 1.5]),
      title: `Builds of ${slow.service} take ${((slow.seconds ?? 0) / 60).toFixed(1)} minutes instead of ${((slow.seconds_before ?? 0) / 60).toFixed(1)}`,
      detail: `${(100 * (slow.failed ?? 0)).toFixed(0)} % of them fail; about ${sum(known.map(wasted)).toFixed(0)} hours of waiting in two weeks.`,
      evidence: [
        evidenceOf(result, context.asOf, {
          entities: [{ type: 'service', id: slow.service }],
          measures: known.flatMap((row) => [
            {
              name: `build time of ${row.service}`,
              value: row.seconds ?? 0,
              unit: 'seconds',
              baseline: row.seconds_before ?? 0,
            },
            {
              name: `failed builds of ${row.service}`,
              value: 100 * (row.failed ?? 0),
              unit: 'percent',
              baseline: 100 * (row.failed_before ?? 0),
            },
          ]),
          days: 70,
          comparison: 'two weeks against the eight before',
        }),
      ],
      facts: { slow, wastedHours: sum(known.map(wasted)) },
    },
  ];
}

function slower(row: BuildRecord): number {
  return (row.seconds ?? 0) / Math.max(1, row.seconds_before ?? 1) - 1;
}

function wasted(row: BuildRecord): number {
  return (row.builds * Math.max(0, (row.seconds ?? 0) - (row.seconds_before ?? 0))) / 3600;
}

function repairCache({ facts }: Found<Facts>): readonly Proposal[] {
  const { slow } = facts;
  const cold = (slow.cache ?? 1) < 0.85 * (slow.cache_before ?? 1);
  return [
    propose(
      'tech.build-cache',
      {
        title: `Make builds of ${slow.service} short again`,
        service: slow.service,
        goal: cold
          ? 'The cache hit ratio is back at its former level.'
          : 'The slowest step of the build is found and cut.',
      },
      {
        target: `build:${slow.service}`,
        direction: 'down',
        title: cold ? `Repair the build cache of ${slow.service}` : `Cut the slowest build step of ${slow.service}`,
        description: cold
          ? `Cache hits fell to ${(100 * (slow.cache ?? 0)).toFixed(0)} %.`
          : 'The cache is as warm as before.',
        expected: [predict('time_to_market', -0.3, 1, 'waiting between commit and release')],
        confidence: 45,
        cost: null,
        hoursUntilHarm: 168,
      }
    ),
  ];
}

export const buildTimesAnalysis = capability<Facts>({
  id: 'build-times',
  title: 'Which builds became slow or fail',
  kpis: ['time_to_market'],
  analyse,
  playbooks: [{ id: 'repair-build', title: 'Make builds short again', propose: repairCache }],
});
