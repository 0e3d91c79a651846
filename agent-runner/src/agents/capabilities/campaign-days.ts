import { z } from 'zod';
import type { NamedQuery } from '../company/named-query.ts';
import { sum } from '../maths/sum.ts';

export const CampaignDays = z.object({
  campaign_id: z.number(),
  name: z.string(),
  channel: z.string(),
  budget: z.number().nullable(),
  days_ago: z.array(z.number()),
  spend: z.array(z.number()),
  clicks: z.array(z.number()),
  conversions: z.array(z.number()),
  revenue: z.array(z.number()),
});
export type CampaignDays = z.infer<typeof CampaignDays>;

export const campaignDays: NamedQuery<CampaignDays> = { name: 'campaign-days', row: CampaignDays };

export interface CampaignTotals {
  readonly days: number;
  readonly spend: number;
  readonly clicks: number;
  readonly conversions: number;
  readonly revenue: number;
}

/** Totals of the days more than `from` and at most `to` days ago. */
export function totals(campaign: CampaignDays, from: number, to: number): CampaignTotals {
  const inside = (values: readonly number[]): number[] =>
    values.filter((_, index) => {
      const ago = campaign.days_ago[index] ?? 0;
      return ago > from && ago <= to;
    });
  return {
    days: inside(campaign.spend).length,
    spend: sum(inside(campaign.spend)),
    clicks: sum(inside(campaign.clicks)),
    conversions: sum(inside(campaign.conversions)),
    revenue: sum(inside(campaign.revenue)),
  };
}
