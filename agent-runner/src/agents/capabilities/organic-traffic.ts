import { capability } from '../capability.ts';
import { evidenceOf, notEnough } from '../evidence.ts';
import { predict, propose } from '../propose.ts';
import { severityBy } from '../severity.ts';
import type { AnalysisContext, AnalysisResult, Found, Proposal } from '../types.ts';
import { channelTraffic, lostShare, type ChannelTraffic } from './channel-traffic.ts';

interface Facts {
  readonly organic: ChannelTraffic;
  readonly others: number;
}

async function analyse(context: AnalysisContext): Promise<AnalysisResult<Facts>> {
  const result = await context.company.query(channelTraffic);
  const organic = result.rows.find((row) => row.channel === 'organic');
  if (organic === undefined || organic.sessions_before < 20) {
    return notEnough(result, context.asOf, 'fewer than 20 organic sessions a day in four weeks');
  }
  const rest = result.rows.filter((row) => row !== organic && row.sessions_before >= 20);
  const others = rest.length === 0 ? 0 : rest.filter((row) => lostShare(row) > 0.15).length / rest.length;
  const lost = lostShare(organic);
  if (lost < 0.2) return [];
  return [
    {
      kpiIds: ['cac', 'seo_score'],
      severity: severityBy(lost, [0.25, 0.4, 0.7]),
      title: `Organic sessions fell from ${organic.sessions_before.toFixed(0)} to ${organic.sessions.toFixed(0)} a day`,
      detail:
        others > 0.5
          ? 'Most other channels fell too: demand or measurement, not search.'
          : 'Other channels did not: search engines send fewer people.',
      evidence: [
        evidenceOf(result, context.asOf, {
          entities: [{ type: 'channel', id: 'organic' }],
          measures: result.rows.map((row) => ({
            name: `sessions from ${row.channel}`,
            value: row.sessions,
            unit: 'per day',
            baseline: row.sessions_before,
          })),
          days: 35,
          comparison: '7 days against the 28 before, channel by channel',
        }),
      ],
      facts: { organic, others },
    },
  ];
}

function checkIndex({ facts }: Found<Facts>): readonly Proposal[] {
  if (facts.others > 0.5) return [];
  return [
    propose(
      'seo.fix-pages',
      {
        title: 'Find out why search sends fewer visitors',
        pages: ['/', '/category', '/product'],
        category: 'seo',
        goal: 'Crawl errors, index coverage, positions of the twenty most important queries, changes since the day it began.',
      },
      {
        target: 'pages:seo-index',
        direction: 'up',
        title: 'Check crawling, index and positions of the main pages',
        description: `${(100 * lostShare(facts.organic)).toFixed(0)} % of organic visitors are missing.`,
        expected: [
          predict(
            'cac',
            -4 * lostShare(facts.organic),
            0.9,
            'link e39: organic visitors carry new customers at no cost'
          ),
        ],
        confidence: 45,
        cost: null,
        hoursUntilHarm: 24,
      }
    ),
  ];
}

function writeMore({ facts }: Found<Facts>): readonly Proposal[] {
  return [
    propose(
      'content.brief',
      {
        title: 'Articles on the queries that lost positions',
        topic: 'lost search queries',
        articles: 4,
        goal: 'Win back positions within two months.',
      },
      {
        target: 'content:lost-queries',
        direction: 'up',
        title: 'Plan four articles on the queries that lost most',
        description: `${(facts.organic.sessions_before - facts.organic.sessions).toFixed(0)} visitors a day are missing.`,
        expected: [predict('cac', -1, 1, 'link e37: content works after about two months')],
        confidence: 25,
        cost: null,
        hoursUntilHarm: 336,
      }
    ),
  ];
}

export const organicTrafficAnalysis = capability<Facts>({
  id: 'organic-traffic',
  title: 'Whether search sends fewer visitors',
  kpis: ['cac', 'seo_score'],
  analyse,
  playbooks: [
    { id: 'check-index', title: 'Check crawling, index and positions', propose: checkIndex },
    { id: 'write-for-lost-queries', title: 'Write for lost queries', propose: writeMore },
  ],
});
