import { kpis, type KpiId, type KpisResponse } from '@ai-cos/catalog';
import { realisedMean } from './baseline.ts';
import { calendarConfounders, feedConfounder, overlappingPlans, type EffectWindow } from './confounders.ts';
import { leftTheirBand, neighboursOf } from './neighbours.ts';
import type { NewOutcome } from './repository.ts';
import type { VerifiableAction, VerificationOptions } from './types.ts';
import { judge } from './verdict.ts';

/** Every executed action of one plan that promised to move one KPI: they share one verdict about it. */
export interface SharedPromise {
  readonly kpiId: KpiId;
  readonly unit: string;
  readonly predicted: number;
  readonly actions: readonly VerifiableAction[];
  readonly window: EffectWindow;
}

const dayMs = 86_400_000;

export function sharedPromises(actions: readonly VerifiableAction[]): SharedPromise[] {
  const byKpi = new Map<KpiId, VerifiableAction[]>();
  for (const action of actions) {
    for (const { kpiId } of action.predictions) byKpi.set(kpiId, [...(byKpi.get(kpiId) ?? []), action]);
  }
  return [...byKpi].map(([kpiId, members]) => {
    const promised = members.flatMap(({ predictions }) =>
      predictions.filter((prediction) => prediction.kpiId === kpiId)
    );
    let predicted = 0;
    for (const { change } of promised) predicted += change;
    return {
      kpiId,
      unit: promised[0]?.unit ?? kpis[kpiId].unit,
      predicted,
      actions: members,
      window: windowOf(members),
    };
  });
}

/** `[executed + lag, + window)`: the effect of the last step has begun, that of the first has not yet faded. */
function windowOf(actions: readonly VerifiableAction[]): EffectWindow {
  const starts = actions.map(({ executedAsOf, lagDays }) => executedAsOf.getTime() + lagDays * dayMs);
  const ends = actions.map(({ verifyDueAsOf }) => verifyDueAsOf.getTime());
  const from = Math.max(...starts);
  return { from: new Date(from), to: new Date(Math.max(from + dayMs, Math.max(...ends))) };
}

/** Realised change against the forecast stored before the first of the actions ran. */
export async function measure(
  options: VerificationOptions,
  promise: SharedPromise,
  readings: KpisResponse
): Promise<NewOutcome> {
  const { kpiId, window, actions, predicted } = promise;
  const [first] = actions;
  const baseline = first?.baseline?.kpis[kpiId] ?? null;
  const days = await options.kpis.days(kpiId, window.from, window.to);
  const definition = readings.kpis.find((kpi) => kpi.id === kpiId)?.definitionVersion;
  const confounders = [
    ...(await overlappingPlans(options.pool, {
      kpiId,
      planId: first?.planId ?? null,
      actionIds: actions.map(({ id }) => id),
      window,
    })),
    ...calendarConfounders(options.company, kpiId, window),
    ...feedConfounder(days, (window.to.getTime() - window.from.getTime()) / dayMs),
    ...(baseline !== null && definition !== undefined && baseline.definitionVersion !== definition
      ? ['the definition of the KPI changed']
      : []),
  ];
  const realised = baseline === null ? null : realisedMean(baseline, days);
  const effect = baseline === null || realised === null ? null : realised - baseline.mean;
  const result = judge({
    predicted,
    effect,
    standardError: baseline?.standardError ?? null,
    postcheck: null,
    confounders,
    worseNeighbours: worseNeighbours(promise, readings),
  });
  return {
    scope: 'plan',
    planId: first?.planId ?? null,
    actionId: null,
    kpiId,
    verdict: result.verdict,
    reason: baseline === null ? 'there was too little history for a forecast' : result.reason,
    predicted,
    realised: effect,
    low: result.low,
    high: result.high,
    unit: promise.unit,
    confounders,
    postcheck: null,
    from: window.from,
    to: window.to,
    decidedAsOf: options.clock.now(),
  };
}

function worseNeighbours({ actions, kpiId }: SharedPromise, readings: KpisResponse): KpiId[] {
  const worse = new Set<KpiId>();
  for (const { type, baseline } of actions) {
    if (baseline === null) continue;
    for (const id of leftTheirBand(neighboursOf(type, [kpiId]), baseline.statuses, readings.kpis)) worse.add(id);
  }
  return [...worse];
}
