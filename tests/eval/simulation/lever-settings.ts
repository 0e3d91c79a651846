import type { LeverCommand } from '@ai-cos/demo';
import type { ScenarioLever, ScenarioType } from '@ai-cos/agent-runner/contract';
import { uniformAt } from '@ai-cos/agent-runner/simulation/draws/seed.ts';
import type { CompanyHistory } from '@ai-cos/agent-runner/simulation/history/company-history.ts';

/** One way to move a lever: what the engine is asked, and what really happens in the twin. */
export interface LeverSetting {
  readonly scenarioType: ScenarioType;
  readonly lever: ScenarioLever;
  readonly commands: readonly LeverCommand[];
  readonly horizonDays: number;
}

/** Numbers of one setting, in a fixed order. */
type Next = () => number;

function between(next: Next, low: number, high: number): number {
  return low + (high - low) * next();
}

/** A size in the given range with either sign, whole per cent. */
function signed(next: Next, smallest: number, largest: number): number {
  const size = Math.round(between(next, smallest, largest));
  return next() < 0.5 ? -size : size;
}

function someOf<T>(items: readonly T[], share: number, next: Next): T[] {
  const chosen = items.filter(() => next() < share);
  return chosen.length > 0 ? chosen : items.slice(0, 1);
}

/** The list price: a price set during a promotion is not the one the shop's price list carries. */
function listPrice({ price, promoted }: CompanyHistory['products'][number]): number {
  let day = price.length - 1;
  while (day > 0 && promoted[day] === 1) day--;
  return price[day]!;
}

function pricing(history: CompanyHistory, next: Next): LeverSetting {
  const changePercent = signed(next, 4, 20);
  const categories = [...new Set(history.products.map(({ category }) => category))].sort();
  const kind = next();
  const category = kind < 0.4 ? categories[Math.floor(next() * categories.length)] : undefined;
  const productIds =
    kind >= 0.4 && kind < 0.75 ? someOf(history.products, between(next, 0.15, 0.5), next).map(({ id }) => id) : [];
  const moved = history.products.filter(
    (product) =>
      (category === undefined || product.category === category) &&
      (productIds.length === 0 || productIds.includes(product.id))
  );
  const commands = moved.map((product) => ({
    kind: 'price' as const,
    productId: product.id,
    price: Math.round(listPrice(product) * (100 + changePercent)) / 100,
    reason: 'test',
  }));
  const inputParams = { fromDay: 0, productIds, changePercent, ...(category === undefined ? {} : { category }) };
  return { scenarioType: 'pricing', lever: { scenarioType: 'pricing', inputParams }, commands, horizonDays: 28 };
}

function budgetCommands(history: CompanyHistory, ids: readonly number[], changePercent: number): LeverCommand[] {
  return history.campaigns
    .filter(({ id }) => ids.length === 0 || ids.includes(id))
    .map(({ id, spend }) => {
      const recent = spend.subarray(-56);
      let sum = 0;
      for (const value of recent) sum += value;
      return {
        kind: 'ad-budget',
        campaignId: id,
        dailyBudget: Math.round((sum / recent.length) * (100 + changePercent)) / 100,
      };
    });
}

function campaign(history: CompanyHistory, next: Next): LeverSetting {
  const changePercent = signed(next, 20, 60);
  const campaignIds = next() < 0.5 ? [] : someOf(history.campaigns, 0.4, next).map(({ id }) => id);
  return {
    scenarioType: 'campaign',
    lever: { scenarioType: 'campaign', inputParams: { fromDay: 0, campaignIds, changePercent } },
    commands: budgetCommands(history, campaignIds, changePercent),
    horizonDays: 28,
  };
}

function inventory(history: CompanyHistory, next: Next): LeverSetting {
  const reorderPointPercent = signed(next, 20, 60);
  const productIds = next() < 0.6 ? [] : someOf(history.products, 0.5, next).map(({ id }) => id);
  const commands = history.stock
    .filter(({ productId }) => productIds.length === 0 || productIds.includes(productId))
    .map(({ productId, reorderPoint }) => ({
      kind: 'reorder-point' as const,
      productId,
      reorderPoint: Math.round((reorderPoint * (100 + reorderPointPercent)) / 100),
    }));
  return {
    scenarioType: 'inventory',
    lever: { scenarioType: 'inventory', inputParams: { fromDay: 0, productIds, reorderPointPercent } },
    commands,
    horizonDays: 56,
  };
}

/** Monthly amount of the account whose budget is moved, read from the ledger like everybody can. */
export interface OperatingAccount {
  readonly department: string;
  readonly account: string;
  readonly monthlyAmount: number;
}

function budget(history: CompanyHistory, account: OperatingAccount, next: Next): LeverSetting {
  const kind = Math.floor(next() * 4);
  const operatingBudgetPerMonth =
    kind === 0 || kind === 3 ? Math.round((signed(next, 20, 60) / 100) * account.monthlyAmount) : 0;
  const adSpendPercent = kind === 1 || kind === 3 ? signed(next, 15, 50) : 0;
  const extraSupportAgents = kind === 2 ? [-1, -0.5, 1, 2][Math.floor(next() * 4)]! : 0;
  const commands: LeverCommand[] = adSpendPercent === 0 ? [] : budgetCommands(history, [], adSpendPercent);
  if (operatingBudgetPerMonth !== 0) {
    const { department, account: name, monthlyAmount } = account;
    commands.push({
      kind: 'operating-budget',
      department,
      account: name,
      monthlyAmount: monthlyAmount + operatingBudgetPerMonth,
    });
  }
  if (extraSupportAgents !== 0) commands.push({ kind: 'support-staff', extraAgents: extraSupportAgents, days: 28 });
  return {
    scenarioType: 'budget',
    lever: {
      scenarioType: 'budget',
      inputParams: { fromDay: 0, operatingBudgetPerMonth, adSpendPercent, extraSupportAgents },
    },
    commands,
    horizonDays: 28,
  };
}

export interface SettingsPlan {
  readonly history: CompanyHistory;
  readonly account: OperatingAccount;
  readonly seed: number;
  readonly perType: number;
}

/** The same number of settings of every scenario type; a pure function of history and seed. */
export function leverSettings({ history, account, seed, perType }: SettingsPlan): LeverSetting[] {
  let position = 0;
  const next = (): number => uniformAt(seed, position++);
  const settings: LeverSetting[] = [];
  for (let index = 0; index < perType; index++) {
    settings.push(
      pricing(history, next),
      campaign(history, next),
      inventory(history, next),
      budget(history, account, next)
    );
  }
  return settings;
}
