import type { ScenarioLever, ScenarioType } from '@ai-cos/agent-runner/contract';

export interface LeverField {
  name: string;
  label: string;
  unit: string;
  min: number;
  max: number;
  step: number;
  start: number;
}

export interface LeverForm {
  label: string;
  about: string;
  fields: readonly [LeverField, ...LeverField[]];
  /** Field of ids a lever may be limited to. */
  ids?: { name: 'productIds' | 'campaignIds'; label: string };
}

function percent(name: string, label: string, min: number, max: number, start: number): LeverField {
  return { name, label, unit: '%', min, max, step: 1, start };
}

/** The levers of each scenario type; slider ends are sensible moves, the server accepts wider ones. */
export const leverForms: Record<ScenarioType, LeverForm> = {
  pricing: {
    label: 'Pricing',
    about: 'Prices of all or some products move by a percentage.',
    fields: [percent('changePercent', 'Price change', -30, 30, 5)],
    ids: { name: 'productIds', label: 'Only products' },
  },
  campaign: {
    label: 'Campaign',
    about: 'Daily budgets of all or some campaigns move by a percentage; −100 % pauses them.',
    fields: [percent('changePercent', 'Budget change', -100, 100, 20)],
    ids: { name: 'campaignIds', label: 'Only campaigns' },
  },
  inventory: {
    label: 'Inventory',
    about: 'Reorder points of all or some products move by a percentage.',
    fields: [percent('reorderPointPercent', 'Reorder point change', -50, 100, 20)],
    ids: { name: 'productIds', label: 'Only products' },
  },
  budget: {
    label: 'Budget',
    about: 'Money for operations and advertising, and hands in support.',
    fields: [
      percent('adSpendPercent', 'Advertising', -100, 100, 10),
      {
        name: 'operatingBudgetPerMonth',
        label: 'Operating budget',
        unit: 'per month',
        min: -50_000,
        max: 50_000,
        step: 1_000,
        start: 0,
      },
      {
        name: 'extraSupportAgents',
        label: 'Extra support agents',
        unit: 'people',
        min: -5,
        max: 10,
        step: 1,
        start: 0,
      },
    ],
  },
};

export const scenarioTypes = Object.keys(leverForms) as ScenarioType[];

export type LeverValues = Readonly<Record<string, number>>;

export function startValues(type: ScenarioType): LeverValues {
  return Object.fromEntries(leverForms[type].fields.map(({ name, start }) => [name, start]));
}

export function idsIn(text: string): number[] {
  return text
    .split(/[\s,;]+/)
    .map(Number)
    .filter((id) => Number.isInteger(id) && id > 0);
}

/** The lever as the server takes it; values out of range come back as its own problem with the field's name. */
export function leverOf(type: ScenarioType, values: LeverValues, ids: readonly number[]): ScenarioLever {
  const field = leverForms[type].ids;
  const limited = field === undefined || ids.length === 0 ? {} : { [field.name]: [...ids] };
  return { scenarioType: type, inputParams: { fromDay: 0, ...values, ...limited } } as unknown as ScenarioLever;
}

export function leverText({ scenarioType, inputParams }: ScenarioLever): string {
  const given: Record<string, unknown> = inputParams;
  const parts = leverForms[scenarioType].fields
    .filter(({ name }) => typeof given[name] === 'number' && given[name] !== 0)
    .map(({ name, label, unit }) => `${label} ${String(given[name])} ${unit}`);
  return `${leverForms[scenarioType].label}: ${parts.length === 0 ? 'no change' : parts.join(', ')}`;
}
