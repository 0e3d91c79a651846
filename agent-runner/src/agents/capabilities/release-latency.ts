import { z } from 'zod';
import { capability } from '../capability.ts';
import type { NamedQuery } from '../company/named-query.ts';
import { evidenceOf, notEnough } from '../evidence.ts';
import { levelShift, type LevelShift } from '../maths/level-shift.ts';
import { predict, propose } from '../propose.ts';
import { severityBy } from '../severity.ts';
import type { AnalysisContext, AnalysisResult, Found, Proposal } from '../types.ts';

export const SpeedDay = z.object({
  days_ago: z.number(),
  views: z.number(),
  p95_ms: z.number(),
  median_ms: z.number(),
});
export const pageSpeedDays: NamedQuery<z.infer<typeof SpeedDay>> = { name: 'page-speed-days', row: SpeedDay };

const Release = z.object({
  release_id: z.number(),
  service: z.string(),
  commit_sha: z.string(),
  failed: z.boolean(),
  days_ago: z.number(),
  branch: z.string().nullable(),
  cache_hit_ratio: z.number().nullable(),
  image_bytes: z.number().nullable(),
});
type Release = z.infer<typeof Release>;
export const recentReleases: NamedQuery<Release> = { name: 'recent-releases', row: Release };

interface Facts {
  readonly shift: LevelShift;
  readonly suspect: Release | undefined;
  readonly others: readonly Release[];
}

const leastViewsPerDay = 20;

async function analyse(context: AnalysisContext): Promise<AnalysisResult<Facts>> {
  const [speed, releases] = await Promise.all([
    context.company.query(pageSpeedDays),
    context.company.query(recentReleases),
  ]);
  const days = speed.rows.filter((day) => day.views >= leastViewsPerDay);
  if (days.length < 8) return notEnough(speed, context.asOf, 'fewer than eight days with enough page views');
  const shift = levelShift(
    days.map((day) => day.median_ms),
    0.12
  );
  if (shift === null || shift.after < shift.before) return [];
  const near = releases.rows
    .filter((release) => Math.abs(release.days_ago - shift.daysAgo - 0.5) <= 1.6)
    .sort((a, b) => suspicion(b, shift) - suspicion(a, shift));
  const suspect = near[0];
  const slower = shift.after / shift.before - 1;
  return [
    {
      kpiIds: ['backend_p95_ms', 'frontend_p95_ms'],
      severity: severityBy(slower, [0.1, 0.2, 0.45]),
      title: `Pages became ${(100 * slower).toFixed(0)} % slower ${String(shift.daysAgo + 1)} days ago${suspect === undefined ? '' : `, right after a release of ${suspect.service}`}`,
      detail:
        suspect === undefined
          ? 'No release went out near that day: look at traffic and infrastructure.'
          : `Release #${String(suspect.release_id)} (${suspect.commit_sha}${suspect.branch === null ? '' : `, ${suspect.branch}`}); ${String(near.length - 1)} other releases near that day.`,
      evidence: [
        evidenceOf(speed, context.asOf, {
          entities: near.slice(0, 5).map((release) => ({
            type: 'release',
            id: String(release.release_id),
            label: `${release.service} ${release.commit_sha}`,
          })),
          measures: [
            { name: 'median load time', value: shift.after, unit: 'ms', baseline: shift.before },
            {
              name: '95th percentile of load time',
              value: days[0]?.p95_ms ?? 0,
              unit: 'ms',
              baseline: days.at(-1)?.p95_ms ?? 0,
            },
            { name: 'releases near that day', value: near.length, unit: 'releases' },
          ],
          days: 21,
          comparison: 'days since the change against the days before it',
        }),
      ],
      facts: { shift, suspect, others: near.slice(1) },
    },
  ];
}

/** Nearer in time, not from the main branch, with a cold cache or a grown image: more suspicious. */
function suspicion(release: Release, shift: LevelShift): number {
  const near = 2 - Math.abs(release.days_ago - shift.daysAgo - 0.5);
  const unusual = release.branch !== null && release.branch !== 'main' ? 1 : 0;
  const cold = release.cache_hit_ratio !== null && release.cache_hit_ratio < 0.5 ? 0.5 : 0;
  const large = (release.image_bytes ?? 0) > 300_000_000 ? 0.5 : 0;
  return near + unusual + cold + large + (release.service === 'checkout' ? 0.3 : 0);
}

/** A service that is released behind a flag `<service>-version` goes back by switching the flag: seconds, and reversible. */
function switchBack({ facts }: Found<Facts>, context: AnalysisContext): readonly Proposal[] {
  const { suspect, shift } = facts;
  if (suspect === undefined) return [];
  const share = 1 - shift.before / shift.after;
  const backend = context.kpi('backend_p95_ms')?.value ?? 300;
  const frontend = context.kpi('frontend_p95_ms')?.value ?? shift.after * 1.8;
  return [
    propose(
      'flags.set-variant',
      { key: `${suspect.service}-version`, variant: 'stable' },
      {
        target: `flag:${suspect.service}-version`,
        direction: 'set',
        title: `Switch ${suspect.service} back to its stable version`,
        description: `Pages are ${(100 * (shift.after / shift.before - 1)).toFixed(0)} % slower since release #${String(suspect.release_id)}.`,
        expected: [
          predict('frontend_p95_ms', -frontend * share, 0.3, 'load time returns to its level from before the release'),
          predict(
            'backend_p95_ms',
            -backend * Math.min(0.7, 1.6 * share),
            0.5,
            'server time falls at least as far as load time'
          ),
          predict(
            'conversion_rate',
            0.07 * 2.5 * ((shift.after - shift.before) / 1000),
            0.7,
            'link e07: 7 % of conversion per second'
          ),
        ],
        confidence: 80,
        cost: null,
        hoursUntilHarm: 0,
      }
    ),
  ];
}

/** Until the cause is found nothing else goes out on that service. */
function freeze({ facts }: Found<Facts>): readonly Proposal[] {
  const { suspect } = facts;
  if (suspect === undefined) return [];
  return [
    propose(
      'tech.deploy-freeze',
      { title: `Freeze deployments of ${suspect.service}`, service: suspect.service, days: 2 },
      {
        target: `deploy:${suspect.service}`,
        direction: 'set',
        title: `No deployments of ${suspect.service} for two days`,
        description: `Release #${String(suspect.release_id)} is being examined; another change would hide the cause.`,
        expected: [predict('backend_p95_ms', -5, 1, 'no second regression while the first is examined')],
        confidence: 50,
        cost: null,
        hoursUntilHarm: 24,
        after: ['flags.set-variant'],
      }
    ),
  ];
}

export const releaseLatencyAnalysis = capability<Facts>({
  id: 'release-latency',
  title: 'Which release preceded a change of speed',
  kpis: ['backend_p95_ms', 'frontend_p95_ms'],
  analyse,
  playbooks: [
    { id: 'switch-back', title: 'Switch the service back to its stable version', propose: switchBack },
    { id: 'freeze-deploys', title: 'Freeze deployments while the cause is examined', propose: freeze },
  ],
});
