import { company, countries, countryShares } from '../company.ts';
import { keyFor, type TwinDay } from '../day.ts';
import { draw, keyOf, lognormal, pick } from '../random.ts';
import type { TwinState } from '../state.ts';
import type { Visit } from './visit.ts';

const oldestAge = 900;
const visitChance = Array.from(
  { length: oldestAge + 1 },
  (_, age) => company.visitRate * (0.97 * Math.exp(-age / company.visitDecayDays) + 0.03 * Math.exp(-age / 600))
);

/** Adds a customer and returns the id; how attached they are is theirs from the start. */
export function addCustomer(today: TwinDay, key: number): number {
  const { customers, seed } = today.state;
  const id = customers.firstDay.length + 1;
  customers.firstDay.push(today.day);
  customers.affinity.push(Math.round(lognormal(keyOf(seed, 'customer', key, 0), 1, 0.6) * 1000) / 1000);
  customers.key.push(key);
  customers.mood.push(1);
  return id;
}

/** Good and bad experiences change how often a customer comes back. */
export function changeMood(state: TwinState, customer: number, factor: number): void {
  const mood = state.customers.mood[customer - 1];
  if (mood !== undefined)
    state.customers.mood[customer - 1] = Math.min(1.2, Math.max(0.2, Math.round(mood * factor * 1000) / 1000));
}

const returningChannels = ['direct', 'email', 'organic'] as const;

export function returningVisits(today: TwinDay, factor: number, market: number): Visit[] {
  const { state, day } = today;
  const { firstDay, key: keys, affinity, mood } = state.customers;
  while ((firstDay[state.customers.oldest] ?? day) < day - oldestAge) state.customers.oldest += 1;
  const mailDay = today.calendar.weekday === 2 || today.calendar.weekday === 5;
  const lift = factor * (mailDay ? 1.12 : 0.96);
  const visits: Visit[] = [];
  state.customers.visitedOn = [];
  for (let index = state.customers.oldest; index < firstDay.length; index += 1) {
    const age = day - (firstDay[index] ?? day);
    const chance = (visitChance[age] ?? 0) * (affinity[index] ?? 1) * (mood[index] ?? 1) * lift;
    const key = keyFor(today, 'customer', keys[index] ?? 0);
    if (draw(key, 1) >= chance) continue;
    visits.push(customerVisit(today, key, index + 1, market, mailDay));
    state.customers.visitedOn.push(index + 1);
  }
  return visits;
}

function customerVisit(today: TwinDay, key: number, customer: number, market: number, mailDay: boolean): Visit {
  const mobile = draw(key, 2) < company.mobileShare;
  const campaign = campaignOf(today, draw(key, 9));
  const channel = returningChannels[pick(mailDay ? [0.4, 0.3, 0.3] : [0.55, 0.08, 0.37], draw(key, 10))] ?? 'direct';
  if (campaign !== null) {
    today.sessionsByCampaign.set(campaign.id, (today.sessionsByCampaign.get(campaign.id) ?? 0) + 1);
  }
  return {
    key,
    entity: 20_000_000 + customer,
    customer,
    channel: campaign?.channel ?? channel,
    campaignId: campaign?.id ?? null,
    mobile,
    country:
      countries[
        pick(
          countryShares,
          draw(keyOf(today.state.seed, 'customer', today.state.customers.key[customer - 1] ?? 0, 0), 2)
        )
      ] ?? 'DE',
    cartChance: company.customerCart * (mobile ? company.mobileFactor : company.desktopFactor),
    completion: company.completion * market * today.site.completion,
  };
}

/** Some customers click an ad on their way back: the ad is credited although they would have come anyway. */
function campaignOf(today: TwinDay, u: number): { id: number; channel: string } | null {
  let rest = u;
  for (const campaign of today.state.campaigns) {
    if (campaign.paused) continue;
    rest -= campaign.returningShare * Math.min(1, campaign.adstock / campaign.halfSpend);
    if (rest < 0) return campaign;
  }
  return null;
}
