import type { Prediction } from '../../contract/actions.ts';
import { capability } from '../capability.ts';
import { evidenceOf, notEnough } from '../evidence.ts';
import { sum } from '../maths/sum.ts';
import { predict, propose } from '../propose.ts';
import { severityBy } from '../severity.ts';
import type { AnalysisContext, AnalysisResult, Found, Proposal } from '../types.ts';
import { campaignDays, totals, type CampaignDays, type CampaignTotals } from './campaign-days.ts';

interface Overrun {
  readonly campaign: CampaignDays;
  readonly now: CampaignTotals;
  readonly before: CampaignTotals;
  /** Cost per click now against before. */
  readonly clickCost: number;
  /** Spend per day now against before. */
  readonly spendRate: number;
  /** Spend per day beyond what it was. */
  readonly excess: number;
}
interface Facts {
  readonly overruns: readonly Overrun[];
  readonly spendPerDay: number;
}

/** Three days against the four weeks before them: short enough to be early, long enough not to be one odd day. */
const recentDays = 3;
const comparedUntil = 31;
const leastRise = 1.35;

async function analyse(context: AnalysisContext): Promise<AnalysisResult<Facts>> {
  const result = await context.company.query(campaignDays);
  const known = result.rows.filter((campaign) => totals(campaign, recentDays, comparedUntil).days >= 14);
  if (known.length === 0) return notEnough(result, context.asOf, 'no campaign with two weeks of history');
  const all = known.map(overrunOf);
  const overruns = all
    .filter((one) => one.excess > 0 && one.spendRate >= leastRise && one.clickCost >= leastRise)
    .sort((a, b) => b.excess - a.excess);
  const worst = overruns[0];
  if (worst === undefined) return [];
  const spendPerDay = sum(all.map((one) => one.now.spend)) / recentDays;
  const excess = sum(overruns.map((one) => one.excess));
  return [
    {
      kpiIds: ['roi_campaigns', 'cac'],
      severity: severityBy(excess / Math.max(1, spendPerDay - excess), [0.08, 0.25, 0.6]),
      title: `${worst.campaign.name} costs ${worst.clickCost.toFixed(1)} times as much per click as before`,
      detail: `${excess.toFixed(0)} ${context.currency} a day more than in the four weeks before, clicks did not follow.`,
      evidence: [
        evidenceOf(result, context.asOf, {
          entities: overruns.map(({ campaign }) => ({
            type: 'campaign',
            id: String(campaign.campaign_id),
            label: campaign.name,
          })),
          measures: overruns.flatMap(measuresOf(context.currency)),
          days: comparedUntil,
          comparison: `the last ${String(recentDays)} days against the four weeks before`,
        }),
      ],
      facts: { overruns, spendPerDay },
    },
  ];
}

function overrunOf(campaign: CampaignDays): Overrun {
  const now = totals(campaign, 0, recentDays);
  const before = totals(campaign, recentDays, comparedUntil);
  const perDay = before.spend / before.days;
  const costBefore = before.spend / Math.max(1, before.clicks);
  return {
    campaign,
    now,
    before,
    clickCost: now.spend / Math.max(1, now.clicks) / costBefore,
    spendRate: now.spend / Math.max(1, now.days) / Math.max(1, perDay),
    excess: now.spend / Math.max(1, now.days) - perDay,
  };
}

function measuresOf(currency: string) {
  return ({ campaign, now, before }: Overrun) => [
    {
      name: `spend of ${campaign.name}`,
      value: now.spend / Math.max(1, now.days),
      unit: `${currency} per day`,
      baseline: before.spend / before.days,
    },
    {
      name: `cost per click of ${campaign.name}`,
      value: now.spend / Math.max(1, now.clicks),
      unit: currency,
      baseline: before.spend / Math.max(1, before.clicks),
    },
  ];
}

/** Back to the budget that worked, set by hand: automatic bidding has lost its measure. */
function resetBudget({ facts }: Found<Facts>, context: AnalysisContext): readonly Proposal[] {
  return facts.overruns.slice(0, 2).map(({ campaign, before, excess }) => {
    const dailyBudgetAmount = Math.round(before.spend / before.days);
    return propose(
      'ads.campaign-budget',
      { campaignId: campaign.campaign_id, dailyBudgetAmount },
      {
        target: `campaign:${String(campaign.campaign_id)}`,
        direction: 'down',
        title: `Set ${campaign.name} back to ${String(dailyBudgetAmount)} ${context.currency} a day`,
        description: `What it spent a day in the four weeks before; ${excess.toFixed(0)} a day bought no more clicks.`,
        expected: [
          predict(
            'roi_campaigns',
            roiPoints(excess, facts, context),
            0.5,
            'the excess spend stops, the sales of the campaign stay'
          ),
          predict(
            'cac',
            -cacShare(excess, facts, context),
            0.5,
            'the excess spend is spread over the same new customers'
          ),
          ...budgetPoints(excess, context),
        ],
        confidence: 75,
        cost: null,
        hoursUntilHarm: 0,
      }
    );
  });
}

/** Where even the old price did not pay, or clicks are three times as expensive, nothing is lost by stopping. */
function pauseCampaign({ facts }: Found<Facts>, context: AnalysisContext): readonly Proposal[] {
  return facts.overruns
    .filter(({ clickCost, now }) => clickCost >= 2 && now.revenue * grossMargin(context) < now.spend)
    .slice(0, 1)
    .map(({ campaign, now }) => {
      const dailySpend = Math.round(now.spend / Math.max(1, now.days));
      return propose(
        'ads.campaign-pause',
        { campaignId: campaign.campaign_id, dailySpend },
        {
          target: `campaign:${String(campaign.campaign_id)}`,
          direction: 'down',
          title: `Pause ${campaign.name} until its bids are checked`,
          description: `It earns less margin than it costs: ${now.revenue.toFixed(0)} of revenue on ${now.spend.toFixed(0)} of spend in ${String(recentDays)} days.`,
          expected: [
            predict(
              'roi_campaigns',
              roiPoints(dailySpend, facts, context) * 0.8,
              0.6,
              'spend that earns less than it costs stops'
            ),
          ],
          confidence: 65,
          cost: null,
          hoursUntilHarm: 0,
        }
      );
    });
}

function grossMargin(context: AnalysisContext): number {
  return (context.kpi('gross_margin')?.value ?? 40) / 100;
}

/** (1 + roi) × S ÷ (S − x) − (1 + roi) in points, over the 28 days the KPI looks at. */
function roiPoints(excess: number, { spendPerDay }: Facts, context: AnalysisContext): number {
  const roi = (context.kpi('roi_campaigns')?.value ?? 60) / 100;
  const left = Math.max(spendPerDay * 0.3, spendPerDay - excess);
  return 100 * (1 + roi) * (spendPerDay / left - 1);
}

/** Points of budget variance a fortnight of excess makes; nothing while costs as a whole are within plan. */
function budgetPoints(excess: number, context: AnalysisContext): Prediction[] {
  const variance = context.kpi('budget_variance');
  const budget = variance?.denominator ?? 0;
  if (variance?.value === null || variance?.value === undefined || variance.value <= 0 || budget <= 0) return [];
  const points = Math.min(variance.value, (100 * 14 * excess) / budget);
  return [
    predict(
      'budget_variance',
      -points,
      0.6,
      'two weeks of excess spend that are not repeated, over the budget of the month'
    ),
  ];
}

function cacShare(excess: number, { spendPerDay }: Facts, context: AnalysisContext): number {
  return ((context.kpi('cac')?.value ?? 40) * Math.min(0.7, excess / spendPerDay)) / 1.4;
}

export const campaignCostsAnalysis = capability<Facts>({
  id: 'campaign-costs',
  title: 'Which campaign became expensive',
  kpis: ['roi_campaigns', 'cac'],
  analyse,
  playbooks: [
    { id: 'reset-budget', title: 'Set the budget back to what worked', propose: resetBudget },
    { id: 'pause-campaign', title: 'Pause a campaign that costs more than it earns', propose: pauseCampaign },
  ],
});
