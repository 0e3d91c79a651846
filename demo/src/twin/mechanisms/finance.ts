import { dateOf, monthStart } from '../calendar.ts';
import { keyFor, money, nextId, write, type TwinDay } from '../day.ts';
import { lognormal, normal } from '../random.ts';
import { plannedDemand } from '../season.ts';
import type { TwinState } from '../state.ts';

const paydayOfMonth = 25;
const parcels = 'warehouse/shipping';
const parcelCost = 5;
const bookedPerDay = 0.14;
/** Below this many months of operating cost the owners put money in. */
const cashFloor = 760_000;
const tranche = 300_000;
/** Frame contracts: what one extra agent, picker or rented cubic metre costs a day on top of the fixed fee. */
const dailyRates = { agent: 32, picker: 40, cubicMetre: 0.25 };

export function runFinance(today: TwinDay): void {
  if (today.calendar.dayOfMonth === 1 || Object.keys(today.state.finance.budgeted).length === 0) planMonth(today);
  accrueParcels(today);
  writeLedger(today);
  moveCash(today);
}

/** Nothing ships on Sundays, but cost is booked evenly: a share of what is not booked yet goes into each day. */
function accrueParcels(today: TwinDay): void {
  const { state, cost } = today;
  state.parcelAccrual += cost.get(parcels) ?? 0;
  const booked = state.parcelAccrual * bookedPerDay;
  state.parcelAccrual -= booked;
  cost.set(parcels, booked);
}

function isSalary(line: string): boolean {
  return line.endsWith('/salaries');
}

/** The month's budget: running costs as decided, ads and shipping as planned. */
function planMonth(today: TwinDay): void {
  const { state, calendar } = today;
  const first = monthStart(today.day, 0);
  let planned = 0;
  for (let day = first; day < first + calendar.daysInMonth; day += 1) planned += plannedDemand(day);
  let ads = 0;
  for (const campaign of state.campaigns) if (!campaign.paused) ads += campaign.dailyBudget * calendar.daysInMonth;
  const lines: Record<string, number> = {
    ...state.finance.monthly,
    'marketing/ads': ads,
    [parcels]: state.market.lastOrders * planned * parcelCost,
  };
  state.finance.budgeted = lines;
  const sales = state.market.lastOrders * planned * 112;
  for (const [line, amount] of Object.entries(lines)) writeBudget(today, line, amount, false, first);
  writeBudget(today, 'sales/shop', sales, true, first);
}

function writeBudget(today: TwinDay, line: string, amount: number, isRevenue: boolean, monthDay: number): void {
  const [department = line, account = 'other'] = line.split('/');
  write(today, 'budgets', {
    department,
    account,
    period_month: dateOf(monthDay),
    amount: money(amount),
    is_revenue: isRevenue,
  });
}

function writeLedger(today: TwinDay): void {
  const { state, calendar, figures } = today;
  const date = dateOf(today.day);
  const post = (line: string, amount: number, isRevenue: boolean): void => {
    const [department = line, account = 'other'] = line.split('/');
    write(today, 'ledger_entries', {
      id: nextId(state, 'ledger_entries'),
      department,
      account,
      booked_on: date,
      amount: money(amount),
      is_revenue: isRevenue,
    });
  };
  for (const [index, [line, monthly]] of Object.entries(state.finance.monthly).entries()) {
    const noise = isSalary(line) ? 0.006 : 0.03;
    const amount =
      (monthly / calendar.daysInMonth) * lognormal(keyFor(today, 'finance', 10 + index), 1, noise) +
      extraCost(today, line);
    figures.operatingCost += amount;
    post(line, amount, false);
  }
  for (const [line, amount] of today.cost) {
    figures.operatingCost += amount;
    post(line, amount, false);
  }
  post('sales/shop', figures.revenue - figures.refunds, true);
}

/** Extra people and rented space cost money from the day they start. */
function extraCost(today: TwinDay, line: string): number {
  const { support, warehouse } = today.state;
  const active = (list: readonly { amount: number; untilDay: number }[]): number => {
    let sum = 0;
    for (const extra of list) if (extra.untilDay > today.day) sum += extra.amount;
    return sum;
  };
  if (line === 'support/salaries') return active(support.extraAgents) * dailyRates.agent;
  if (line === 'warehouse/salaries') return active(warehouse.extraStaff) * dailyRates.picker;
  if (line === 'office/rent') {
    let volume = 0;
    for (const extra of warehouse.overflow) if (extra.untilDay > today.day) volume += extra.volumeM3;
    return volume * dailyRates.cubicMetre;
  }
  return 0;
}

function moveCash(today: TwinDay): void {
  const { state, calendar, cash } = today;
  payRunningCosts(today);
  if (calendar.dayOfMonth === 12) cash.investing -= 1400 * state.scale;
  if (calendar.dayOfMonth === 1 && state.finance.cash < cashFloor * state.scale)
    cash.financing += tranche * state.scale;
  for (const kind of ['operating', 'investing', 'financing'] as const) {
    if (cash[kind] === 0) continue;
    state.finance.cash = money(state.finance.cash + cash[kind]);
    write(today, 'cash_movements', {
      id: nextId(state, 'cash_movements'),
      bank_account_id: 1,
      booked_on: dateOf(today.day),
      amount: money(cash[kind]),
      kind,
      balance_after: state.finance.cash,
    });
  }
  today.figures.cash = state.finance.cash;
}

/** Salaries go out on payday, rent on the first, everything else day by day. */
function payRunningCosts(today: TwinDay): void {
  const { state, calendar, cash } = today;
  for (const amount of today.cost.values()) cash.operating -= amount;
  for (const [line, monthly] of Object.entries(state.finance.monthly)) {
    if (isSalary(line)) {
      if (calendar.dayOfMonth === paydayOfMonth) cash.operating -= monthly;
    } else if (line === 'office/rent') {
      if (calendar.dayOfMonth === 1) cash.operating -= monthly;
    } else cash.operating -= monthly / calendar.daysInMonth;
    cash.operating -= extraCost(today, line);
  }
  cash.operating += 40 * normal(keyFor(today, 'finance', 1), 1);
}

/** What planners expect of a normal day: orders of the past weeks without season. */
export function learnVolume(state: TwinState, day: number, orders: number): void {
  state.market.lastOrders += 0.04 * (orders / plannedDemand(day) - state.market.lastOrders);
}
