import { company, countries, countryShares } from '../company.ts';
import { keyFor, type TwinDay } from '../day.ts';
import { activeOf } from '../disturbance.ts';
import { draw, keyOf, lognormal, pick } from '../random.ts';
import { demandFactor } from '../season.ts';
import { campaignSessions } from './campaigns.ts';
import { returningVisits } from './customers.ts';
import { demandOfDay } from './demand.ts';
import { shopAround, type Visit } from './visit.ts';
import { writeBots } from './session-rows.ts';

interface Source {
  channel: string;
  campaignId: number | null;
  mean: number;
}

/** Everybody who comes to the shop today: strangers by channel, then people who bought before. */
export function runTraffic(today: TwinDay): void {
  const demand = demandOfDay(today);
  const factor = demandFactor(today.state.seed, today.day);
  const market = marketCompletion(today);
  const fashion = demand.surge ** 0.6;
  for (const [index, source] of sourcesOf(today, factor * fashion).entries()) {
    const key = keyFor(today, 'traffic', index);
    const count = Math.floor(source.mean * lognormal(key, 1, 0.03) + draw(key, 2));
    for (let visitor = 0; visitor < count; visitor += 1) {
      shopAround(today, demand, strangerVisit(today, source, index * 100_000 + visitor, market));
    }
    if (source.campaignId !== null) {
      today.sessionsByCampaign.set(source.campaignId, (today.sessionsByCampaign.get(source.campaignId) ?? 0) + count);
    }
  }
  for (const visit of returningVisits(today, factor * Math.sqrt(fashion), market)) shopAround(today, demand, visit);
  writeBots(today);
}

function sourcesOf(today: TwinDay, factor: number): Source[] {
  const { state, day } = today;
  const sources: Source[] = [];
  const losses = activeOf(state.disturbances, 'channel-loss', day);
  for (const [channel, sessions] of Object.entries(company.organicSessions)) {
    let mean = sessions * state.scale * factor;
    for (const loss of losses) if (loss.channel === channel) mean *= loss.factor;
    sources.push({ channel, campaignId: null, mean });
  }
  for (const campaign of state.campaigns) {
    // Paid demand swings less than the rest: the budget, not the season, limits it.
    sources.push({
      channel: campaign.channel,
      campaignId: campaign.id,
      mean: campaignSessions(campaign) * Math.sqrt(factor),
    });
  }
  return sources;
}

/** What customers have heard of the shop: ratings and delivery time move the share of carts that are finished. */
function marketCompletion(today: TwinDay): number {
  const { rating, fulfilmentDays } = today.state.market;
  return (rating / 4.35) ** 0.42 * Math.exp(-0.015 * (fulfilmentDays - 0.9));
}

function strangerVisit(today: TwinDay, source: Source, entity: number, market: number): Visit {
  const key = keyOf(today.state.seed, 'visitor', entity, today.day);
  const mobile = draw(key, 1) < company.mobileShare;
  return {
    key,
    entity,
    customer: 0,
    channel: source.channel,
    campaignId: source.campaignId,
    mobile,
    country: countries[pick(countryShares, draw(key, 8))] ?? 'DE',
    cartChance: company.visitorCart * (mobile ? company.mobileFactor : company.desktopFactor),
    completion: company.completion * market * today.site.completion,
  };
}
