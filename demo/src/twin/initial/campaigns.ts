import type { CampaignState } from '../state.ts';

interface CampaignRecord {
  name: string;
  channel: string;
  budget: number;
  ceiling: number;
  half: number;
  carryOver: number;
  returningShare: number;
}

/** Always-on campaigns at scale 1: sessions a day = ceiling · s ÷ (s + half), s = spend with carry-over. */
export const campaignRecords: readonly CampaignRecord[] = [
  {
    name: 'Search brand',
    channel: 'paid_search',
    budget: 45,
    ceiling: 190,
    half: 25,
    carryOver: 0.1,
    returningShare: 0.11,
  },
  {
    name: 'Search generic',
    channel: 'paid_search',
    budget: 110,
    ceiling: 430,
    half: 120,
    carryOver: 0.2,
    returningShare: 0.03,
  },
  {
    name: 'Shopping ads',
    channel: 'shopping',
    budget: 120,
    ceiling: 520,
    half: 130,
    carryOver: 0.2,
    returningShare: 0.04,
  },
  {
    name: 'Social prospecting',
    channel: 'paid_social',
    budget: 75,
    ceiling: 330,
    half: 95,
    carryOver: 0.5,
    returningShare: 0.02,
  },
  {
    name: 'Retargeting',
    channel: 'retargeting',
    budget: 40,
    ceiling: 90,
    half: 35,
    carryOver: 0.3,
    returningShare: 0.1,
  },
  { name: 'Display', channel: 'display', budget: 30, ceiling: 150, half: 45, carryOver: 0.6, returningShare: 0.01 },
];

export function initialCampaigns(scale: number): CampaignState[] {
  return campaignRecords.map((record, index) => ({
    id: index + 1,
    channel: record.channel,
    dailyBudget: record.budget * scale,
    paused: false,
    adstock: record.budget * scale,
    ceiling: record.ceiling * scale,
    halfSpend: record.half * scale,
    carryOver: record.carryOver,
    returningShare: record.returningShare,
  }));
}
