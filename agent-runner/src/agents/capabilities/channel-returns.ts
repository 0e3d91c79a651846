import { capability } from '../capability.ts';
import { evidenceOf, notEnough } from '../evidence.ts';
import { sum } from '../maths/sum.ts';
import { predict, propose } from '../propose.ts';
import { severityBy } from '../severity.ts';
import type { AnalysisContext, AnalysisResult, Found, Proposal } from '../types.ts';
import { campaignDays, totals, type CampaignDays } from './campaign-days.ts';

interface Channel {
  readonly channel: string;
  readonly campaigns: readonly CampaignDays[];
  readonly spend: number;
  readonly returned: number;
  readonly before: number;
}
interface Facts {
  readonly weak: Channel;
}

/** What every paid channel returns in margin per unit of money, as a partner that has to earn its place. */
async function analyse(context: AnalysisContext): Promise<AnalysisResult<Facts>> {
  const result = await context.company.query(campaignDays);
  const margin = (context.kpi('gross_margin')?.value ?? 40) / 100;
  const channels = [...new Set(result.rows.map((row) => row.channel))]
    .map((channel) => channelOf(channel, result.rows, margin))
    .filter((channel) => channel.spend > 0);
  if (channels.length < 2) return notEnough(result, context.asOf, 'fewer than two paid channels');
  const weak = [...channels].sort((a, b) => a.returned - b.returned)[0];
  if (weak === undefined || weak.returned > 0.9 || weak.returned > 0.85 * weak.before) return [];
  return [
    {
      kpiIds: ['roi_campaigns'],
      severity: severityBy(1 - weak.returned / Math.max(0.1, weak.before), [0.15, 0.4, 0.7]),
      title: `${weak.channel} returns ${weak.returned.toFixed(2)} of margin per ${context.currency}, two months ago ${weak.before.toFixed(2)}`,
      detail: `It takes ${((100 * weak.spend) / sum(channels.map((channel) => channel.spend))).toFixed(0)} % of paid spend.`,
      evidence: [
        evidenceOf(result, context.asOf, {
          entities: [{ type: 'channel', id: weak.channel }],
          measures: channels.map((channel) => ({
            name: `margin per ${context.currency} in ${channel.channel}`,
            value: channel.returned,
            unit: 'ratio',
            baseline: channel.before,
          })),
          days: 90,
          comparison: 'four weeks against the eight before, per channel',
        }),
      ],
      facts: { weak },
    },
  ];
}

function channelOf(channel: string, rows: readonly CampaignDays[], margin: number): Channel {
  const campaigns = rows.filter((row) => row.channel === channel);
  const lately = campaigns.map((campaign) => totals(campaign, 0, 28));
  const before = campaigns.map((campaign) => totals(campaign, 28, 90));
  const ratio = (parts: typeof lately): number =>
    (margin * sum(parts.map((part) => part.revenue))) / Math.max(1, sum(parts.map((part) => part.spend)));
  return {
    channel,
    campaigns,
    spend: sum(lately.map((part) => part.spend)),
    returned: ratio(lately),
    before: ratio(before),
  };
}

function review({ facts }: Found<Facts>): readonly Proposal[] {
  const { weak } = facts;
  return [
    propose(
      'partners.review',
      {
        title: `Review the partner behind ${weak.channel}`,
        partner: weak.channel,
        yearlyAmount: Math.round(weak.spend * 13),
        goal: 'Terms by result instead of by click, or a smaller share.',
      },
      {
        target: `partner:${weak.channel}`,
        direction: 'set',
        title: `Review ${weak.channel} against what it costs`,
        description: `It returns ${weak.returned.toFixed(2)} of margin per unit of money.`,
        expected: [predict('roi_campaigns', 5, 0.9, 'better terms or a smaller share of the weakest channel')],
        confidence: 40,
        cost: null,
        hoursUntilHarm: 168,
      }
    ),
  ];
}

export const channelReturnsAnalysis = capability<Facts>({
  id: 'channel-returns',
  title: 'Which paid channel no longer earns its place',
  kpis: ['roi_campaigns'],
  analyse,
  playbooks: [{ id: 'review-partner', title: 'Review the partner', propose: review }],
});
