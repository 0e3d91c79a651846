import { capability } from '../capability.ts';
import { evidenceOf, notEnough } from '../evidence.ts';
import { sum } from '../maths/sum.ts';
import { predict, propose } from '../propose.ts';
import { severityBy } from '../severity.ts';
import type { AnalysisContext, AnalysisResult, Found, Proposal } from '../types.ts';
import { campaignDays, totals, type CampaignDays } from './campaign-days.ts';
import { channelTraffic, lostShare, type ChannelTraffic } from './channel-traffic.ts';

interface Facts {
  readonly lost: ChannelTraffic;
  readonly lostOrders: number;
  readonly campaigns: readonly CampaignDays[];
}

/** Which free channel stopped sending buyers: they must be bought elsewhere, and acquisition becomes dear. */
async function analyse(context: AnalysisContext): Promise<AnalysisResult<Facts>> {
  const result = await context.company.query(channelTraffic);
  const all = sum(result.rows.map((row) => row.sessions_before));
  if (all < 100) return notEnough(result, context.asOf, 'fewer than 100 sessions a day in four weeks');
  const lost = result.rows
    .filter((row) => !row.paid && row.sessions_before > 0.04 * all && lostShare(row) > 0.25)
    .sort((a, b) => missing(b) - missing(a))[0];
  if (lost === undefined) return [];
  const campaigns = await context.company.query(campaignDays);
  const share = missing(lost) / all;
  return [
    {
      kpiIds: ['cac', 'conversion_rate'],
      severity: severityBy(share, [0.04, 0.12, 0.25]),
      title: `The channel ${lost.channel} sends ${(100 * lostShare(lost)).toFixed(0)} % fewer visitors, ${(100 * share).toFixed(0)} % of all traffic`,
      detail: `${(lost.orders_before - lost.orders).toFixed(1)} orders a day are missing, the cost of marketing stays: each new customer costs more.`,
      evidence: [
        evidenceOf(result, context.asOf, {
          entities: [{ type: 'channel', id: lost.channel }],
          measures: result.rows.flatMap((row) => [
            {
              name: `sessions from ${row.channel}`,
              value: row.sessions,
              unit: 'per day',
              baseline: row.sessions_before,
            },
            { name: `orders from ${row.channel}`, value: row.orders, unit: 'per day', baseline: row.orders_before },
          ]),
          days: 35,
          comparison: '7 days against the 28 before',
        }),
      ],
      facts: { lost, lostOrders: lost.orders_before - lost.orders, campaigns: campaigns.rows },
    },
  ];
}

function missing(row: ChannelTraffic): number {
  return row.sessions_before - row.sessions;
}

/** Paid visitors replace free ones where a click is cheapest per order, at most by half of that campaign. */
function buyTraffic({ facts }: Found<Facts>, context: AnalysisContext): readonly Proposal[] {
  const ranked = facts.campaigns
    .map((campaign) => ({ campaign, lately: totals(campaign, 0, 28) }))
    .filter(({ lately }) => lately.conversions >= 5 && lately.spend > 0)
    .sort((a, b) => a.lately.spend / a.lately.conversions - b.lately.spend / b.lately.conversions);
  const best = ranked[0];
  if (best === undefined) return [];
  const perDay = best.lately.spend / best.lately.days;
  const dailyBudgetAmount = Math.round(perDay * 1.5);
  const perOrder = best.lately.spend / best.lately.conversions;
  const gained = Math.min(facts.lostOrders, (0.5 * perDay * 0.5) / perOrder);
  const cac = context.kpi('cac')?.value ?? 45;
  return [
    propose(
      'ads.campaign-budget',
      { campaignId: best.campaign.campaign_id, dailyBudgetAmount },
      {
        target: `campaign:${String(best.campaign.campaign_id)}`,
        direction: 'up',
        title: `Raise ${best.campaign.name} to ${String(dailyBudgetAmount)} ${context.currency} a day while ${facts.lost.channel} is down`,
        description: `An order costs ${perOrder.toFixed(2)} there, the least of all campaigns.`,
        expected: [
          predict(
            'cac',
            -Math.max(0.5, cac * Math.min(0.15, gained / 40)),
            0.9,
            'new customers at the cost of the cheapest campaign, at half its mean return'
          ),
        ],
        confidence: 50,
        cost: Math.round(0.5 * perDay * 28),
        hoursUntilHarm: 24,
      }
    ),
  ];
}

function feature({ facts }: Found<Facts>): readonly Proposal[] {
  return [
    propose(
      'work.task',
      {
        title: `Ask why ${facts.lost.channel} sends fewer visitors`,
        instructions:
          'Compare with the market: seasonal demand, a competitor that took the place, a change of the platform, broken links or measurement.',
        dueInDays: 3,
      },
      {
        target: `channel:${facts.lost.channel}`,
        direction: 'set',
        title: `Find out what happened to ${facts.lost.channel}`,
        description: 'Market, platform or measurement: each needs another answer.',
        expected: [predict('cac', -1, 1, 'the cause is found and repaired')],
        confidence: 35,
        cost: null,
        hoursUntilHarm: 48,
      }
    ),
  ];
}

export const trafficMixAnalysis = capability<Facts>({
  id: 'traffic-mix',
  title: 'Which free channel stopped sending buyers',
  kpis: ['cac', 'conversion_rate'],
  analyse,
  playbooks: [
    { id: 'buy-traffic', title: 'Replace lost visitors where they cost least', propose: buyTraffic },
    { id: 'explain-channel', title: 'Find out what happened to the channel', propose: feature },
  ],
});
