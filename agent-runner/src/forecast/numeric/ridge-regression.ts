import { at } from './at.ts';

/** Row-major design matrix. */
export interface Design {
  readonly values: Float64Array;
  readonly rows: number;
  readonly columns: number;
}

function normalEquations(design: Design, target: Float64Array): { gram: Float64Array; moment: Float64Array } {
  const { values, rows, columns } = design;
  const gram = new Float64Array(columns * columns);
  const moment = new Float64Array(columns);
  for (let row = 0; row < rows; row++) {
    const offset = row * columns;
    const y = at(target, row);
    for (let i = 0; i < columns; i++) {
      const xi = at(values, offset + i);
      if (xi === 0) continue;
      moment[i] = at(moment, i) + xi * y;
      const line = i * columns;
      for (let j = 0; j <= i; j++) gram[line + j] = at(gram, line + j) + xi * at(values, offset + j);
    }
  }
  return { gram, moment };
}

/** In-place Cholesky factor of the lower triangle; a pivot that vanishes is replaced so that its coefficient becomes 0. */
function factorise(gram: Float64Array, size: number): void {
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = at(gram, i * size + j);
      for (let k = 0; k < j; k++) sum -= at(gram, i * size + k) * at(gram, j * size + k);
      if (i === j) gram[i * size + i] = sum > 1e-12 ? Math.sqrt(sum) : 1e6;
      else gram[i * size + j] = sum / at(gram, j * size + j);
    }
  }
}

function substitute(factor: Float64Array, moment: Float64Array): Float64Array {
  const size = moment.length;
  const solution = Float64Array.from(moment);
  for (let i = 0; i < size; i++) {
    let sum = at(solution, i);
    for (let k = 0; k < i; k++) sum -= at(factor, i * size + k) * at(solution, k);
    solution[i] = sum / at(factor, i * size + i);
  }
  for (let i = size - 1; i >= 0; i--) {
    let sum = at(solution, i);
    for (let k = i + 1; k < size; k++) sum -= at(factor, k * size + i) * at(solution, k);
    solution[i] = sum / at(factor, i * size + i);
  }
  return solution;
}

/** Least squares with one penalty per column (0 = not shrunk). */
export function ridge(design: Design, target: Float64Array, penalties: Float64Array): Float64Array {
  const { gram, moment } = normalEquations(design, target);
  for (let i = 0; i < design.columns; i++) {
    gram[i * design.columns + i] = at(gram, i * design.columns + i) + at(penalties, i);
  }
  factorise(gram, design.columns);
  return substitute(gram, moment);
}

export interface Regression {
  readonly coefficients: Float64Array;
  readonly standardErrors: Float64Array;
  readonly residualDeviation: number;
}

/** Ordinary least squares with classical standard errors; needs more rows than columns. */
export function leastSquares(design: Design, target: Float64Array): Regression {
  const { values, rows, columns } = design;
  const { gram, moment } = normalEquations(design, target);
  factorise(gram, columns);
  const coefficients = substitute(gram, moment);
  let squares = 0;
  for (let row = 0; row < rows; row++) {
    let fitted = 0;
    for (let i = 0; i < columns; i++) fitted += at(values, row * columns + i) * at(coefficients, i);
    squares += (at(target, row) - fitted) ** 2;
  }
  const variance = squares / Math.max(1, rows - columns);
  const standardErrors = new Float64Array(columns);
  for (let i = 0; i < columns; i++) {
    const unit = new Float64Array(columns);
    unit[i] = 1;
    standardErrors[i] = Math.sqrt(Math.max(0, variance * at(substitute(gram, unit), i)));
  }
  return { coefficients, standardErrors, residualDeviation: Math.sqrt(variance) };
}
