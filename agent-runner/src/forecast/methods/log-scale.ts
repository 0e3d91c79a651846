import type { Predictor } from '../predictor.ts';

/** The same method on logarithms: multiplicative seasons and trends; positive histories only. */
export function onLogs(inner: Predictor): Predictor {
  return {
    id: `${inner.id}_log`,
    accepts: (history, shape) => inner.accepts(history, shape) && history.every((value) => value > 0),
    predict(history, horizon, shape) {
      const forecast = inner.predict(history.map(Math.log), horizon, shape);
      return forecast.map((value) => Math.exp(Math.min(value, 700)));
    },
  };
}
