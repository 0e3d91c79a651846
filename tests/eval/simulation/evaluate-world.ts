import { baselineStates } from '@ai-cos/agent-runner/simulation/baseline/baseline-states.ts';
import { chanceOfNodes } from '@ai-cos/agent-runner/simulation/chance.ts';
import { recentMean } from '@ai-cos/agent-runner/simulation/history/recent.ts';
import type { CompanyHistory } from '@ai-cos/agent-runner/simulation/history/company-history.ts';
import { ask, compare, comparedNodes, type ComparedEffect } from './comparison.ts';
import { leverSettings, type OperatingAccount } from './lever-settings.ts';
import { liveOn } from './realised-effect.ts';
import { twinHistory } from './twin-history.ts';
import type { TwinWorld, WorldPlan } from './twin-world.ts';

export interface WorldResult {
  readonly plan: WorldPlan;
  readonly settings: number;
  readonly effects: readonly (ComparedEffect & { readonly noise: number })[];
}

/** Effects smaller than this part of the chance of a period cannot be told from nothing, even between two equal lives. */
const noisePart = 0.1;

/** Monthly amount of an account, read from the ledger of the last months. */
function accountOf(
  { sink }: TwinWorld,
  history: CompanyHistory,
  department: string,
  account: string
): OperatingAccount {
  const daily = new Float64Array(history.days);
  for (const entry of sink.rows('ledger_entries')) {
    if (entry.department !== department || entry.account !== account) continue;
    const day = Math.floor(Date.parse(String(entry.booked_on)) / 86_400_000) - history.firstDay;
    if (day >= 0 && day < history.days) daily[day] = daily[day]! + Number(entry.amount);
  }
  return { department, account, monthlyAmount: Math.round(recentMean(daily, 91) * 30.436875) };
}

/** Runs every setting of one simulated company twice, and asks the engine once; the engine sees the history only. */
export function evaluateWorld(plan: WorldPlan, perType: number, onSetting: (done: number) => void): WorldResult {
  const { world, history } = twinHistory(plan);
  const account = accountOf(world, history, 'office', 'services');
  const settings = leverSettings({ history, account, seed: plan.seed, perType });
  const baselines = new Map([28, 56].map((days) => [days, baselineStates(history, days)]));
  const without = new Map([28, 56].map((days) => [days, liveOn(world.state, days, [])]));
  const noise = chanceOfNodes(Object.values(comparedNodes).flat(), history, 28);
  const effects = settings.flatMap((setting, index) => {
    const result = ask({ setting, history, baseline: baselines.get(setting.horizonDays)!, seed: index });
    const withLever = liveOn(world.state, setting.horizonDays, setting.commands);
    onSetting(index + 1);
    return compare({ index, setting, result, without: without.get(setting.horizonDays)!, withLever });
  });
  return {
    plan,
    settings: settings.length,
    effects: effects.map((effect) => ({ ...effect, noise: noisePart * (noise.get(effect.node) ?? 0) })),
  };
}
