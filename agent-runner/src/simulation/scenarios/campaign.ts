import { at } from '../../forecast/numeric/at.ts';
import type { CalibratedCoefficient } from '../calibration/estimate.ts';
import { estimateMediaShapes, hill, localElasticity, type MediaShape } from '../calibration/media-response.ts';
import type { Distribution } from '../draws/distribution.ts';
import type { CoefficientColumns, Shock } from '../engine/node-state.ts';
import { remembered } from '../calibration/remembered.ts';
import { recentMean } from '../history/recent.ts';
import type { CampaignHistory, CompanyHistory } from '../history/company-history.ts';
import {
  isMoved,
  type LeverTiming,
  type ScenarioContext,
  type ScenarioFlag,
  type ScenarioPlan,
} from './scenario-plan.ts';

export interface CampaignLever extends LeverTiming {
  /** Campaigns whose daily budget moves; empty = all. */
  readonly campaignIds: readonly number[];
  readonly changePercent: number;
}

/** Days from which the present level of a campaign is read. */
const levelDays = 56;

/** Shapes before any history: local elasticity as in e03 and e05 of the catalog, half of it today, the rest in a week. */
const priorShapes: readonly MediaShape[] = [0.05, 0.14, 0.3, 0.6, 1].map((halfSaturation) => ({
  carryOver: 0.35,
  halfSaturation,
  weight: 0.2,
}));

/** Part of the attributed orders that would not have come anyway: almost all first orders, few of people who know the shop. */
const incrementality: Readonly<Record<'new' | 'known', Distribution>> = {
  new: { kind: 'triangular', low: 0.75, mode: 1, high: 1.1 },
  known: { kind: 'triangular', low: 0, mode: 0.15, high: 0.6 },
};

interface MovedCampaign {
  readonly id: number;
  readonly spend: number;
  readonly clicks: number;
  readonly newOrders: number;
  readonly knownOrders: number;
  readonly basket: number;
  readonly revenue: number;
  readonly shapes: readonly MediaShape[];
  readonly calibrated: CalibratedCoefficient;
}

const responseId = (id: number): string => `media:${id}`;

function movedCampaign(history: CompanyHistory, campaign: CampaignHistory): MovedCampaign {
  const estimated = remembered(history, responseId(campaign.id), () =>
    estimateMediaShapes(campaign.spend, campaign.clicks)
  );
  const shapes = estimated ?? priorShapes;
  const local = localElasticity(shapes);
  const orders = recentMean(campaign.conversions, levelDays);
  const newOrders = Math.min(orders, recentMean(campaign.newConversions, levelDays));
  const revenue = recentMean(campaign.revenue, levelDays);
  return {
    id: campaign.id,
    spend: recentMean(campaign.spend, levelDays),
    clicks: recentMean(campaign.clicks, levelDays),
    newOrders,
    knownOrders: Math.max(0, orders - newOrders),
    basket: orders > 0 ? revenue / orders : 0,
    revenue,
    shapes,
    calibrated: {
      id: responseId(campaign.id),
      label: `visits per spend of "${campaign.name}": local elasticity of Hill and adstock`,
      prior: { value: 0.4, low: 0.05, high: 0.95 },
      estimate: estimated
        ? { value: local.value, standardError: local.deviation, observations: campaign.spend.length }
        : null,
      used: { kind: 'alternatives', weights: shapes.map(({ weight }) => weight) },
    },
  };
}

/** Change table per alternative shape and day; budgets that end fade out with the same carry-over. */
function changeTable(campaign: MovedCampaign, lever: CampaignLever, days: number): Float64Array[] {
  return campaign.shapes.map((shape) => {
    let pressure = 1;
    return Float64Array.from({ length: days }, (_, day) => {
      const target = isMoved(day, lever) ? 1 + lever.changePercent / 100 : 1;
      pressure = target + (pressure - target) * shape.carryOver;
      return hill(pressure, shape.halfSaturation) / hill(1, shape.halfSaturation) - 1;
    });
  });
}

interface Gain {
  spend: number;
  visits: number;
  orders: number;
  newCustomers: number;
  revenue: number;
  /** Sales the reports will credit to the campaigns, incremental or not. */
  attributed: number;
}

const noGain: Gain = { spend: 0, visits: 0, orders: 0, newCustomers: 0, revenue: 0, attributed: 0 };

/** Gains of one day, draw by draw, over all moved campaigns. */
type GainsOfDay = (day: number, draws: number, columns: CoefficientColumns) => readonly Gain[];

function drawOf(columns: CoefficientColumns, id: string, draw: number): number {
  const column = columns.get(id);
  return column ? at(column, draw) : 0;
}

function addCampaign(
  gain: Gain,
  campaign: MovedCampaign,
  change: number,
  shares: { new: number; known: number }
): void {
  const newCustomers = campaign.newOrders * change * shares.new;
  const orders = newCustomers + campaign.knownOrders * change * shares.known;
  gain.visits += campaign.clicks * change;
  gain.newCustomers += newCustomers;
  gain.orders += orders;
  gain.revenue += orders * campaign.basket;
  gain.attributed += campaign.revenue * change;
}

/** Every node asks for the same gains, so each day is worked out once. */
function gainsOf(campaigns: readonly MovedCampaign[], lever: CampaignLever, days: number): GainsOfDay {
  const tables = campaigns.map((campaign) => changeTable(campaign, lever, days));
  const kept = new Map<number, readonly Gain[]>();
  return (day, draws, columns) => {
    const known = kept.get(day);
    if (known) return known;
    const gains = Array.from({ length: draws }, (_, draw) => {
      const gain = { ...noGain };
      const shares = { new: drawOf(columns, 'media:new', draw), known: drawOf(columns, 'media:known', draw) };
      for (const [index, campaign] of campaigns.entries()) {
        const table = tables[index]?.[drawOf(columns, responseId(campaign.id), draw)];
        if (isMoved(day, lever)) gain.spend += (campaign.spend * lever.changePercent) / 100;
        addCampaign(gain, campaign, table ? at(table, day) : 0, shares);
      }
      return gain;
    });
    kept.set(day, gains);
    return gains;
  };
}

interface Level {
  readonly sessions: number;
  readonly orders: number;
  readonly revenue: number;
  readonly newCustomers: number;
  readonly marketingCost: number;
  readonly adSpend: number;
  readonly attributed: number;
  readonly margin: number;
}

function levelOf(history: CompanyHistory): Level {
  const { company, campaigns } = history;
  let adSpend = 0;
  let attributed = 0;
  for (const campaign of campaigns) {
    adSpend += recentMean(campaign.spend, levelDays);
    attributed += recentMean(campaign.revenue, levelDays);
  }
  const revenue = recentMean(company.revenue, levelDays);
  return {
    sessions: recentMean(company.sessions, levelDays),
    orders: recentMean(company.orders, levelDays),
    revenue,
    newCustomers: recentMean(company.newCustomers, levelDays),
    marketingCost: recentMean(company.marketingCost, levelDays),
    adSpend,
    attributed,
    margin: 1 - recentMean(company.costOfGoods, levelDays) / revenue,
  };
}

/** Each node as a figure of a level and a gain; the shock is its change against no gain. */
const figures: Readonly<Record<string, (level: Level, gain: Gain) => number>> = {
  ad_spend: (level, gain) => level.adSpend + gain.spend,
  sessions: (level, gain) => level.sessions + gain.visits,
  conversion_rate: (level, gain) => (100 * (level.orders + gain.orders)) / (level.sessions + gain.visits),
  average_order_value: (level, gain) => (level.revenue + gain.revenue) / (level.orders + gain.orders),
  cac: (level, gain) => (level.marketingCost + gain.spend) / (level.newCustomers + gain.newCustomers),
  roi_campaigns: (level, gain) =>
    100 * (((level.attributed + gain.attributed) * level.margin) / Math.max(1, level.adSpend + gain.spend) - 1),
};

function flagsOf(campaigns: readonly MovedCampaign[], lever: CampaignLever, history: CompanyHistory): ScenarioFlag[] {
  const flags: ScenarioFlag[] = [];
  for (const { id, spend } of campaigns) {
    const known = history.campaigns.find((campaign) => campaign.id === id)?.spend ?? new Float64Array(0);
    const highest = Math.max(...known, 0);
    const wanted = spend * (1 + lever.changePercent / 100);
    if (wanted > 1.3 * highest) {
      const detail = `campaign ${id} never spent more than ${highest.toFixed(0)} a day; ${wanted.toFixed(0)} is beyond the observed range`;
      flags.push({ code: 'extrapolation', field: 'changePercent', detail });
    }
  }
  return flags;
}

/** Media response: adstock and saturation per campaign, visits that buy at the rate of their campaign. */
export function planCampaign(lever: CampaignLever, { history, states, horizonDays }: ScenarioContext): ScenarioPlan {
  const chosen = history.campaigns.filter(({ id }) => lever.campaignIds.length === 0 || lever.campaignIds.includes(id));
  const campaigns = chosen.map((campaign) => movedCampaign(history, campaign));
  const gainsAt = gainsOf(campaigns, lever, horizonDays);
  const level = levelOf(history);
  const shocks: Shock[] = [];
  for (const [node, figure] of Object.entries(figures)) {
    if (!states.has(node)) continue;
    const before = figure(level, noGain);
    shocks.push({
      node,
      form: 'absolute',
      addTo(day, changes, columns) {
        if (lever.changePercent === 0) return;
        for (const [draw, gain] of gainsAt(day, changes.length, columns).entries()) {
          changes[draw] = at(changes, draw) + figure(level, gain) - before;
        }
      },
    });
  }
  const coefficients = new Map<string, Distribution>(
    campaigns.map(({ calibrated }) => [calibrated.id, calibrated.used])
  );
  coefficients.set('media:new', incrementality.new);
  coefficients.set('media:known', incrementality.known);
  return {
    shocks,
    coefficients,
    replacedLinks: ['e03', 'e04', 'e05', 'e06'],
    calibrated: campaigns.map(({ calibrated }) => calibrated),
    flags: flagsOf(campaigns, lever, history),
    modelError: 0.05,
    focus: ['sessions', 'conversion_rate', 'average_order_value', 'revenue', 'cac', 'roi_campaigns', 'ad_spend'],
  };
}
