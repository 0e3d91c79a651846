import { kpis, type ActionParams, type ActionTypeId, type KpiId } from '@ai-cos/catalog';
import type { Prediction } from '../contract/actions.ts';
import { round } from './evidence.ts';
import type { Proposal } from './types.ts';

type Rest = Omit<Proposal, 'actionType' | 'parameters' | 'after'> & { readonly after?: readonly ActionTypeId[] };

/** A proposal whose parameters fit its action type: a wrong parameter does not compile. */
export function propose<T extends ActionTypeId>(actionType: T, parameters: ActionParams<T>, rest: Rest): Proposal {
  return { after: [], ...rest, actionType, parameters: { ...parameters } };
}

/**
 * A predicted change of a KPI in its native unit. `spread` is the half width of the 90 % interval relative to the
 * change; `basis` says what the estimate rests on.
 */
export function predict(kpiId: KpiId, change: number, spread: number, basis: string): Prediction {
  const half = Math.abs(change) * spread;
  return {
    kpiId,
    change: round(change),
    low: round(change - half),
    high: round(change + half),
    unit: kpis[kpiId].unit,
    basis,
  };
}
