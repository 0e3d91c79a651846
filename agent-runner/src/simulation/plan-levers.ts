import type { ScenarioLever } from '../contract/simulations.ts';
import { planBudget } from './scenarios/budget.ts';
import { planCampaign } from './scenarios/campaign.ts';
import { planInventory } from './scenarios/inventory.ts';
import { planPricing } from './scenarios/pricing.ts';
import { combinePlans, type CombinedPlan, type ScenarioContext, type ScenarioPlan } from './scenarios/scenario-plan.ts';

function planLever(lever: ScenarioLever, context: ScenarioContext): ScenarioPlan {
  const timing = { fromDay: lever.inputParams.fromDay, days: lever.inputParams.days ?? context.horizonDays };
  switch (lever.scenarioType) {
    case 'pricing': {
      const { productIds, category, changePercent } = lever.inputParams;
      return planPricing({ ...timing, productIds, category, changePercent }, context);
    }
    case 'campaign':
      return planCampaign({ ...lever.inputParams, ...timing }, context);
    case 'inventory':
      return planInventory({ ...lever.inputParams, ...timing }, context);
    case 'budget':
      return planBudget({ ...lever.inputParams, ...timing }, context);
  }
}

/** Direct changes of all levers of a request, to be walked through the graph together. */
export function planLevers(levers: readonly ScenarioLever[], context: ScenarioContext): CombinedPlan {
  return combinePlans(levers.map((lever) => planLever(lever, context)));
}
