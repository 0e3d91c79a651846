import { dateOf } from '../calendar.ts';
import { addCost, keyFor, money, nextId, write, type TwinDay } from '../day.ts';
import { activeOf } from '../disturbance.ts';
import { lognormal } from '../random.ts';
import type { CampaignState } from '../state.ts';

/** Money goes out first; how many sessions it brings follows from carry-over and saturation. */
export function runCampaigns(today: TwinDay): void {
  const { state, day } = today;
  for (const campaign of state.campaigns) {
    const pacing = lognormal(keyFor(today, 'campaigns', campaign.id), 1, 0.045);
    let spend = campaign.paused ? 0 : campaign.dailyBudget * pacing;
    let useful = spend;
    for (const runaway of activeOf(state.disturbances, 'bid-runaway', day)) {
      if (runaway.campaignId !== campaign.id) continue;
      useful = spend * runaway.clickShare * runaway.spendFactor;
      spend *= runaway.spendFactor;
    }
    campaign.adstock = campaign.carryOver * campaign.adstock + (1 - campaign.carryOver) * useful;
    today.spendByCampaign.set(campaign.id, money(spend));
    today.figures.adSpend += spend;
  }
  addCost(today, 'marketing/ads', today.figures.adSpend);
}

export function campaignSessions(campaign: CampaignState): number {
  return (campaign.ceiling * campaign.adstock) / (campaign.adstock + campaign.halfSpend);
}

/** Statistics and costs of the day, after its orders are known. */
export function closeCampaigns(today: TwinDay): void {
  for (const campaign of today.state.campaigns) {
    const sold = today.ordersByCampaign.get(campaign.id) ?? { orders: 0, revenue: 0 };
    const spend = today.spendByCampaign.get(campaign.id) ?? 0;
    const clicks = Math.round((today.sessionsByCampaign.get(campaign.id) ?? 0) * 1.08);
    today.figures.attributedRevenue += sold.revenue;
    write(today, 'campaign_daily_stats', {
      campaign_id: campaign.id,
      date_day: dateOf(today.day),
      impressions: clicks * 42 + Math.round(spend * 9),
      clicks,
      spend,
      conversions: sold.orders,
      attributed_revenue: money(sold.revenue),
    });
  }
  const { state, calendar } = today;
  const share = 1 / calendar.daysInMonth;
  let total = today.figures.adSpend;
  for (const kind of ['agency', 'tools', 'salaries', 'discounts'] as const) {
    const monthly = state.finance.monthly[`marketing/${kind}`] ?? 0;
    const amount = money(kind === 'discounts' ? today.figures.newCustomerDiscounts : monthly * share);
    total += amount;
    write(today, 'marketing_costs', {
      id: nextId(state, 'marketing_costs'),
      booked_on: dateOf(today.day),
      kind,
      amount,
    });
  }
  today.figures.marketingCost = total;
}
