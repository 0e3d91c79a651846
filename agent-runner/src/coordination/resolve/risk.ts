import { actionTypes, agents, type ActionTypeRecord, type AgentId } from '@ai-cos/catalog';
import type { Proposal } from '../../agents/types.ts';

/** Points a full blast and a full spending authority add to the base risk of an action type. */
const blastPoints = 20;
const amountPoints = 15;

/**
 * Risk 0–100 = base risk of the type + 20 × used blast limit + 15 × used authority of the agent. Everything comes from
 * the catalog and the parameters, nothing from a text.
 */
export function riskOf(agentId: AgentId, proposal: Proposal): number {
  const type: ActionTypeRecord = actionTypes[proposal.actionType];
  const used = type.blast === null ? 0 : blastOf(type, proposal.parameters) / type.blast.max;
  const authority = agents[agentId].authority.maxAmount;
  const spent = authority > 0 ? amountOf(type, proposal.parameters) / authority : 0;
  const risk = type.baseRisk + blastPoints * Math.min(1, used) + amountPoints * Math.min(1, spent);
  return Math.min(100, Math.round(risk));
}

/** How much an action touches, in the metric of its blast limit; 0 without a limit. */
export function blastOf(type: ActionTypeRecord, parameters: Readonly<Record<string, unknown>>): number {
  if (type.blast === null) return 0;
  const values = valuesAt(parameters, type.blast.paramPath.split('.'));
  const numbers = values.filter((value): value is number => typeof value === 'number');
  switch (type.blast.measure) {
    case 'count':
      return values.flat().length;
    case 'sum': {
      let sum = 0;
      for (const value of numbers) sum += value;
      return sum;
    }
    case 'max':
      return Math.max(0, ...numbers);
    case 'value':
      return numbers[0] ?? 0;
  }
}

/** Money an action commits, in the reporting currency. */
export function amountOf(type: ActionTypeRecord, parameters: Readonly<Record<string, unknown>>): number {
  if (type.amountParam === null) return 0;
  const value = valuesAt(parameters, type.amountParam.split('.'))[0];
  return typeof value === 'number' ? value : 0;
}

/** Values at a dot path; an array on the way is entered, one at the end stays an array. */
function valuesAt(value: unknown, path: readonly string[]): unknown[] {
  const [first, ...rest] = path;
  if (first === undefined) return [value];
  if (Array.isArray(value)) return value.flatMap((item) => valuesAt(item, path));
  if (typeof value !== 'object' || value === null) return [];
  return valuesAt((value as Record<string, unknown>)[first], rest);
}
