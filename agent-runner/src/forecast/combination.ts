import { at } from './numeric/at.ts';

/** Pointwise median of several forecasts of equal length. */
export function medianForecast(forecasts: readonly Float64Array[]): Float64Array {
  const horizon = forecasts[0]?.length ?? 0;
  const column = new Float64Array(forecasts.length);
  const middle = (forecasts.length - 1) / 2;
  return Float64Array.from({ length: horizon }, (_, step) => {
    for (const [index, forecast] of forecasts.entries()) column[index] = at(forecast, step);
    column.sort();
    return (at(column, Math.floor(middle)) + at(column, Math.ceil(middle))) / 2;
  });
}
