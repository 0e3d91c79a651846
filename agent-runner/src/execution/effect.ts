import { actionTypes, isActionTypeId, type ActionTypeRecord } from '@ai-cos/catalog';
import type { Connector, Connectors, EffectRequest } from '../connectors/connector.ts';
import type { ClaimedAction } from './claim.ts';
import { effectKey } from './effect-key.ts';

/** The catalog record of an action; an id the catalog no longer knows is an error, never a guess. */
export function typeOf(action: { readonly type: string }): ActionTypeRecord {
  if (!isActionTypeId(action.type)) throw new Error(`the catalog has no action type "${action.type}"`);
  return actionTypes[action.type];
}

/** The connector that serves the action; one whose target is not configured becomes a human task. */
export function connectorOf(
  connectors: Connectors,
  action: { readonly type: string; readonly connector: string }
): Connector {
  const type = typeOf(action);
  const wanted = connectors.get(type.connector);
  if (wanted !== undefined && wanted.kind === action.connector && wanted.whyUnavailable(type) === null) return wanted;
  const task = connectors.get('human-task');
  if (task === undefined) throw new Error('the human task connector is missing');
  return task;
}

/** What an effect needs of an action. */
export type EffectSource = Pick<ClaimedAction, 'id' | 'type' | 'title' | 'parameters' | 'revision'> & {
  readonly description?: string;
};

export function effectOf(action: EffectSource, installation: string, deadlineMs: number): EffectRequest {
  return {
    actionId: action.id,
    type: typeOf(action),
    parameters: action.parameters,
    title: action.title,
    description: action.description ?? '',
    key: effectKey(installation, action.id, action.revision),
    signal: AbortSignal.timeout(deadlineMs),
  };
}
