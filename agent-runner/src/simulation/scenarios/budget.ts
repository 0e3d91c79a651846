import { at } from '../../forecast/numeric/at.ts';
import { planCampaign } from './campaign.ts';
import { combinePlans, isMoved, type LeverTiming, type ScenarioContext, type ScenarioPlan } from './scenario-plan.ts';
import { planSupport } from './support.ts';

export interface BudgetLever extends LeverTiming {
  /** Change of the operating budget per month, in the reporting currency. */
  readonly operatingBudgetPerMonth: number;
  /** Change of all advertising budgets. */
  readonly adSpendPercent: number;
  readonly extraSupportAgents: number;
}

function planOperatingBudget(lever: BudgetLever): ScenarioPlan {
  return {
    shocks: [
      {
        node: 'operating_budget',
        form: 'absolute',
        addTo(day, changes) {
          if (!isMoved(day, lever)) return;
          for (let draw = 0; draw < changes.length; draw++)
            changes[draw] = at(changes, draw) + lever.operatingBudgetPerMonth;
        },
      },
    ],
    coefficients: new Map(),
    replacedLinks: [],
    calibrated: [],
    flags: [],
    modelError: 0,
    focus: ['burn_rate', 'runway'],
  };
}

/** Money moved between operations, advertising and support; each part has its own model, one engine run adds them up. */
export function planBudget(lever: BudgetLever, context: ScenarioContext): ScenarioPlan {
  const timing = { fromDay: lever.fromDay, days: lever.days };
  const parts: ScenarioPlan[] = [];
  if (lever.operatingBudgetPerMonth !== 0) parts.push(planOperatingBudget(lever));
  if (lever.adSpendPercent !== 0)
    parts.push(planCampaign({ ...timing, campaignIds: [], changePercent: lever.adSpendPercent }, context));
  if (lever.extraSupportAgents !== 0)
    parts.push(planSupport({ ...timing, extraAgents: lever.extraSupportAgents }, context));
  return combinePlans(parts);
}
