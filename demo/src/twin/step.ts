import { openDay, type Detail, type TwinDay } from './day.ts';
import type { Disturbance } from './disturbance.ts';
import { emptyFacts, type Facts } from './facts.ts';
import type { DayFigures } from './figures.ts';
import type { LeverCommand } from './levers.ts';
import { runAgenda } from './mechanisms/agenda.ts';
import { closeCampaigns, runCampaigns } from './mechanisms/campaigns.ts';
import { runContent } from './mechanisms/content.ts';
import { runEmail } from './mechanisms/email.ts';
import { runEngineering } from './mechanisms/engineering.ts';
import { runEsg } from './mechanisms/esg.ts';
import { runFeatures } from './mechanisms/features.ts';
import { learnVolume, runFinance } from './mechanisms/finance.ts';
import { runFulfilment } from './mechanisms/fulfilment.ts';
import { closeInventory, learnDemand } from './mechanisms/inventory.ts';
import { applyLevers } from './mechanisms/levers.ts';
import { runPeople } from './mechanisms/people.ts';
import { runPricing } from './mechanisms/pricing.ts';
import { runProcurement, runReceiving } from './mechanisms/procurement.ts';
import { runLighthouse, runSite } from './mechanisms/site.ts';
import { runSocial } from './mechanisms/social.ts';
import { runStockShocks } from './mechanisms/stock-shocks.ts';
import { runSupport } from './mechanisms/support.ts';
import { runSurveys } from './mechanisms/surveys.ts';
import { runTraffic } from './mechanisms/traffic.ts';
import type { TwinState } from './state.ts';

export interface DayInput {
  /** Handles moved by people or agents before this day. */
  levers?: readonly LeverCommand[];
  /** What starts to go wrong on or after this day. */
  disturbances?: readonly Disturbance[];
  detail?: Detail;
}

export interface DayResult {
  state: TwinState;
  facts: Facts;
  figures: DayFigures;
}

/** Everything that happens on a day, in this order. */
const mechanisms: readonly ((today: TwinDay) => void)[] = [
  runReceiving,
  runStockShocks,
  runAgenda,
  runPricing,
  runSite,
  runCampaigns,
  sellAndLearn,
  closeCampaigns,
  runFulfilment,
  runSupport,
  runProcurement,
  runEmail,
  runSocial,
  runContent,
  runLighthouse,
  runEngineering,
  runFeatures,
  runPeople,
  runEsg,
  runSurveys,
  runFinance,
  closeInventory,
];

function sellAndLearn(today: TwinDay): void {
  const before = today.state.products.map((product) => product.reserved);
  runTraffic(today);
  learnDemand(today, before);
  learnVolume(today.state, today.day, today.figures.orders);
}

/** One business day as a pure function: the given state stays as it is. */
export function step(state: TwinState, day: number, input: DayInput = {}): DayResult {
  return advance(fork(state), day, input);
}

/** Like `step`, but moves the given state itself: for long runs that need no copy per day. */
export function advance(state: TwinState, day: number, input: DayInput = {}): DayResult {
  if (day !== state.day + 1) {
    throw new RangeError(
      `the twin stands at day ${String(state.day)} and can only step to the next one, not to ${String(day)}`
    );
  }
  const facts = emptyFacts(day);
  const today = openDay(state, day, facts, input.detail ?? 'full');
  state.disturbances = [
    ...state.disturbances.filter((old) => old.untilDay > day - 1),
    ...structuredClone(input.disturbances ?? []),
  ];
  applyLevers(today, input.levers ?? []);
  for (const mechanism of mechanisms) mechanism(today);
  state.day = day;
  if (today.detail === 'none') facts.updates.length = 0;
  return { state, facts, figures: today.figures };
}

/** An independent copy from which another future can be lived. */
export function fork(state: TwinState): TwinState {
  return structuredClone(state);
}
