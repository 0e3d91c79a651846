import { capability } from '../capability.ts';
import { evidenceOf, notEnough } from '../evidence.ts';
import { fitSaturation, marginalConversions } from '../maths/saturation.ts';
import { sum } from '../maths/sum.ts';
import { predict, propose } from '../propose.ts';
import type { AnalysisContext, AnalysisResult, Found, Proposal } from '../types.ts';
import { campaignDays, totals, type CampaignDays } from './campaign-days.ts';

interface Marginal {
  readonly campaign: CampaignDays;
  readonly spend: number;
  /** Margin the next unit of money earns. */
  readonly roi: number;
  /** Fit of the response, 0 where spend moved too little and the published elasticity stands in. */
  readonly r2: number;
}
interface Facts {
  readonly best: Marginal;
  readonly worst: Marginal;
  readonly spendPerDay: number;
}

async function analyse(context: AnalysisContext): Promise<AnalysisResult<Facts>> {
  const result = await context.company.query(campaignDays);
  const margin = (context.kpi('gross_margin')?.value ?? 40) / 100;
  const fitted = result.rows.flatMap((campaign) => marginalOf(campaign, margin)).sort((a, b) => b.roi - a.roi);
  const best = fitted[0];
  const worst = fitted.at(-1);
  if (best === undefined || worst === undefined || best === worst) {
    return notEnough(result, context.asOf, 'fewer than two campaigns with ten sales in 90 days');
  }
  if (best.roi < worst.roi * 1.3) return [];
  return [
    {
      kpiIds: ['roi_campaigns', 'cac'],
      severity: best.roi - worst.roi > 1 ? 'medium' : 'low',
      title: `The next ${context.currency} earns ${best.roi.toFixed(2)} in ${best.campaign.name} and ${worst.roi.toFixed(2)} in ${worst.campaign.name}`,
      detail:
        'Margin of the next unit of spend, from a saturation curve per campaign where spend moved, else from its mean return.',
      evidence: [
        evidenceOf(result, context.asOf, {
          entities: fitted.map(({ campaign }) => ({
            type: 'campaign',
            id: String(campaign.campaign_id),
            label: campaign.name,
          })),
          measures: fitted.flatMap(({ campaign, roi, r2 }) => [
            {
              name: `marginal margin of ${campaign.name}`,
              value: roi,
              unit: `${context.currency} per ${context.currency}`,
            },
            { name: `fit of ${campaign.name}`, value: r2, unit: 'R²' },
          ]),
          days: 90,
          comparison: 'campaigns by the slope of their response at the spend of the last two weeks',
        }),
      ],
      facts: { best, worst, spendPerDay: sum(fitted.map((one) => one.spend)) },
    },
  ];
}

/** A fit that explains less than this says nothing; then sales answer to spend with the elasticity of link e04 (0.25). */
const leastFit = 0.1;
const publishedElasticity = 0.25;

function marginalOf(campaign: CampaignDays, margin: number): Marginal[] {
  const lately = totals(campaign, 0, 14);
  const quarter = totals(campaign, 0, 90);
  if (lately.spend === 0 || quarter.conversions < 10) return [];
  const fit = fitSaturation(campaign.spend, campaign.conversions);
  const fits = fit !== null && fit.r2 >= leastFit;
  const spend = lately.spend / lately.days;
  const slope = fits ? marginalConversions(fit, spend) : (publishedElasticity * quarter.conversions) / quarter.spend;
  return [{ campaign, spend, roi: slope * (quarter.revenue / quarter.conversions) * margin, r2: fits ? fit.r2 : 0 }];
}

/** A part of the weaker campaign moves to the stronger one: spend stays the same. */
function shiftBudget({ facts }: Found<Facts>, context: AnalysisContext): readonly Proposal[] {
  const { best, worst, spendPerDay } = facts;
  const dailyAmount = Math.max(1, Math.round(worst.spend * 0.15));
  const gain = dailyAmount * (best.roi - worst.roi);
  return [
    propose(
      'ads.budget-shift',
      { fromCampaignId: worst.campaign.campaign_id, toCampaignId: best.campaign.campaign_id, dailyAmount },
      {
        target: `shift:${String(worst.campaign.campaign_id)}-${String(best.campaign.campaign_id)}`,
        direction: 'set',
        title: `Move ${String(dailyAmount)} ${context.currency} a day from ${worst.campaign.name} to ${best.campaign.name}`,
        description: `About ${gain.toFixed(0)} ${context.currency} more margin a day for the same spend.`,
        expected: [
          predict('roi_campaigns', (100 * gain) / spendPerDay, 0.9, 'difference of the two slopes at constant spend'),
        ],
        confidence: Math.round(40 + 30 * Math.max(0, Math.min(best.r2, worst.r2))),
        cost: null,
        hoursUntilHarm: 72,
      }
    ),
  ];
}

/** More for a campaign whose next unit earns well above its price. */
function raiseBest({ facts }: Found<Facts>, context: AnalysisContext): readonly Proposal[] {
  const { best, spendPerDay } = facts;
  if (best.roi < 1.5 || context.eventType !== 'CAMPAIGN_OPPORTUNITY') return [];
  const dailyBudgetAmount = Math.round(best.spend * 1.2);
  const more = dailyBudgetAmount - best.spend;
  return [
    propose(
      'ads.campaign-budget',
      { campaignId: best.campaign.campaign_id, dailyBudgetAmount },
      {
        target: `campaign:${String(best.campaign.campaign_id)}`,
        direction: 'up',
        title: `Raise ${best.campaign.name} to ${String(dailyBudgetAmount)} ${context.currency} a day`,
        description: `Its next unit earns ${best.roi.toFixed(2)} of margin.`,
        expected: [
          predict(
            'roi_campaigns',
            (50 * more * (best.roi - 1)) / spendPerDay,
            0.9,
            'half the slope at the present spend'
          ),
        ],
        confidence: 45,
        cost: more * 14,
        hoursUntilHarm: 168,
      }
    ),
  ];
}

export const marginalReturnAnalysis = capability<Facts>({
  id: 'marginal-return',
  title: 'What the next unit of ad spend earns per campaign',
  kpis: ['roi_campaigns', 'cac'],
  analyse,
  playbooks: [
    { id: 'shift-budget', title: 'Move budget to where it earns more', propose: shiftBudget },
    { id: 'raise-best', title: 'Raise the campaign that earns most', propose: raiseBest },
  ],
});
