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

/** The same method on square roots, for counts and amounts with true zeros. */
export function onRoots(inner: Predictor): Predictor {
  return {
    id: `${inner.id}_root`,
    accepts: (history, shape) =>
      inner.accepts(history, shape) && history.every((value) => value >= 0) && history.some((value) => value === 0),
    predict(history, horizon, shape) {
      const forecast = inner.predict(history.map(Math.sqrt), horizon, shape);
      return forecast.map((value) => Math.max(0, value) ** 2);
    },
  };
}
