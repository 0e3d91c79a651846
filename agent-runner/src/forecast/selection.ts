import { pooledError, type OriginForecasts } from './backtest.ts';
import { medianForecast } from './combination.ts';

export interface Choice {
  /** Methods whose pointwise median is the forecast; one when a single method or the floor won. */
  readonly members: readonly string[];
  readonly error: number;
  readonly floorError: number;
}

/** Five of the best was fixed on held-out training data of M4 and NN5; one alone was worse on all of them. */
const membersWanted = 5;

/** Error of the median of some methods over all origins. */
export function combinedError(results: readonly OriginForecasts[], members: readonly string[]): number {
  const combined = results.map((result) => ({
    ...result,
    forecasts: new Map([['median', medianOf(result, members)]]),
  }));
  return pooledError(combined, 'median');
}

export function medianOf(result: OriginForecasts, members: readonly string[]): Float64Array {
  const forecasts = members.flatMap((id) => result.forecasts.get(id) ?? []);
  return medianForecast(forecasts);
}

/** The median of the five best methods of the backtest, or the floor when that is better. */
export function chooseMethods(results: readonly OriginForecasts[], ids: readonly string[], floorId: string): Choice {
  const ranked = ids
    .map((id) => ({ id, error: pooledError(results, id) }))
    .filter(({ error }) => Number.isFinite(error))
    .sort((a, b) => a.error - b.error);
  const floorError = pooledError(results, floorId);
  const members = ranked.slice(0, membersWanted).map(({ id }) => id);
  const error = members.length === 0 ? Infinity : combinedError(results, members);
  return error <= floorError && members.length > 0
    ? { members, error, floorError }
    : { members: [floorId], error: floorError, floorError };
}
