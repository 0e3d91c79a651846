import type { ScenarioLever } from '../../contract/simulations.ts';
import type { CompanyHistory } from '../history/company-history.ts';
import type { FieldProblem } from './refusal.ts';

interface Named {
  readonly lever: ScenarioLever;
  readonly path: string;
}

function unknownIds(ids: readonly number[], known: ReadonlySet<number>, field: string, what: string): FieldProblem[] {
  const missing = ids.filter((id) => !known.has(id));
  if (missing.length === 0) return [];
  return [{ field, reason: `no ${what} ${missing.slice(0, 5).join(', ')} in the history of this company` }];
}

function checkReferences({ lever, path }: Named, history: CompanyHistory): FieldProblem[] {
  const products = new Set(history.products.map(({ id }) => id));
  switch (lever.scenarioType) {
    case 'pricing': {
      const { category, productIds } = lever.inputParams;
      const unknown = category !== undefined && !history.products.some((product) => product.category === category);
      return [
        ...unknownIds(productIds, products, `${path}.productIds`, 'product'),
        ...(unknown
          ? [{ field: `${path}.category`, reason: `no product of category "${category}" in the history` }]
          : []),
        ...(history.products.length === 0
          ? [{ field: path, reason: 'the history holds no products, prices cannot be simulated' }]
          : []),
      ];
    }
    case 'inventory':
      return unknownIds(lever.inputParams.productIds, products, `${path}.productIds`, 'product');
    case 'campaign': {
      const campaigns = new Set(history.campaigns.map(({ id }) => id));
      const none = campaigns.size === 0 ? [{ field: path, reason: 'the history holds no campaign with spend' }] : [];
      return [...none, ...unknownIds(lever.inputParams.campaignIds, campaigns, `${path}.campaignIds`, 'campaign')];
    }
    case 'budget': {
      const staff = history.supportAgents + lever.inputParams.extraSupportAgents;
      const left = lever.inputParams.extraSupportAgents !== 0 && !(staff > 0);
      return left
        ? [
            {
              field: `${path}.extraSupportAgents`,
              reason: `${staff} agents would be left on shift; at least a part of one is needed`,
            },
          ]
        : [];
    }
  }
}

function checkTiming({ lever, path }: Named, horizonDays: number): FieldProblem[] {
  const { fromDay } = lever.inputParams;
  return fromDay >= horizonDays
    ? [{ field: `${path}.fromDay`, reason: `day ${fromDay} lies behind the horizon of ${horizonDays} days` }]
    : [];
}

/** What a lever moves, in words that two levers may share. */
function touchedHandles(lever: ScenarioLever, history: CompanyHistory): Set<string> {
  switch (lever.scenarioType) {
    case 'pricing': {
      const { productIds, category } = lever.inputParams;
      const moved = history.products.filter(
        (product) =>
          (productIds.length === 0 || productIds.includes(product.id)) &&
          (category === undefined || product.category === category)
      );
      return new Set(moved.map(({ id }) => `price of product ${id}`));
    }
    case 'inventory': {
      const ids = lever.inputParams.productIds;
      const moved = ids.length > 0 ? ids : history.products.map(({ id }) => id);
      return new Set(moved.map((id) => `reorder point of product ${id}`));
    }
    case 'campaign': {
      const ids = lever.inputParams.campaignIds;
      const moved = ids.length > 0 ? ids : history.campaigns.map(({ id }) => id);
      return new Set(moved.map((id) => `budget of campaign ${id}`));
    }
    case 'budget': {
      const handles = new Set<string>();
      const { adSpendPercent, operatingBudgetPerMonth, extraSupportAgents } = lever.inputParams;
      if (adSpendPercent !== 0) for (const { id } of history.campaigns) handles.add(`budget of campaign ${id}`);
      if (operatingBudgetPerMonth !== 0) handles.add('operating budget');
      if (extraSupportAgents !== 0) handles.add('support agents');
      return handles;
    }
  }
}

function overlapInTime(a: ScenarioLever, b: ScenarioLever, horizonDays: number): boolean {
  const end = ({ inputParams }: ScenarioLever): number => inputParams.fromDay + (inputParams.days ?? horizonDays);
  return a.inputParams.fromDay < end(b) && b.inputParams.fromDay < end(a);
}

function checkContradictions(named: readonly Named[], history: CompanyHistory, horizonDays: number): FieldProblem[] {
  const problems: FieldProblem[] = [];
  for (const [index, first] of named.entries()) {
    for (const second of named.slice(index + 1)) {
      if (!overlapInTime(first.lever, second.lever, horizonDays)) continue;
      const mine = touchedHandles(first.lever, history);
      const shared = [...touchedHandles(second.lever, history)].find((handle) => mine.has(handle));
      if (shared !== undefined)
        problems.push({
          field: second.path,
          reason: `moves the ${shared}, which ${first.path} moves at the same time`,
        });
    }
  }
  return problems;
}

/** Everything that makes a set of levers impossible for this company; empty = fine. */
export function checkLevers(
  levers: readonly ScenarioLever[],
  history: CompanyHistory,
  horizonDays: number
): FieldProblem[] {
  const named = levers.map((lever, index) => ({ lever, path: `levers.${index}.inputParams` }));
  return [
    ...named.flatMap((one) => [...checkTiming(one, horizonDays), ...checkReferences(one, history)]),
    ...checkContradictions(named, history, horizonDays),
  ];
}
