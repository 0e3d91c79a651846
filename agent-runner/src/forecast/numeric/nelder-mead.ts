import { at } from './at.ts';

export interface Box {
  readonly low: readonly number[];
  readonly high: readonly number[];
}

interface Vertex {
  point: Float64Array;
  value: number;
}

function clampInto(point: Float64Array, box: Box): Float64Array {
  for (let i = 0; i < point.length; i++) {
    point[i] = Math.min(box.high[i] ?? Infinity, Math.max(box.low[i] ?? -Infinity, at(point, i)));
  }
  return point;
}

function along(from: Float64Array, to: Float64Array, factor: number): Float64Array {
  return from.map((value, i) => value + factor * (at(to, i) - value));
}

function centroid(vertices: readonly Vertex[], dimensions: number): Float64Array {
  const centre = new Float64Array(dimensions);
  for (const vertex of vertices.slice(0, dimensions)) {
    for (let i = 0; i < dimensions; i++) centre[i] = at(centre, i) + at(vertex.point, i) / dimensions;
  }
  return centre;
}

/** Minimum of `cost` inside the box by the simplex of Nelder and Mead; deterministic, no derivatives. */
export function minimise(
  cost: (point: Float64Array) => number,
  start: readonly number[],
  box: Box,
  evaluations: number
): Float64Array {
  let spent = 0;
  const visit = (point: Float64Array): Vertex => {
    spent++;
    const value = cost(clampInto(point, box));
    return { point, value: Number.isFinite(value) ? value : Number.MAX_VALUE };
  };
  const dimensions = start.length;
  const vertices = [visit(Float64Array.from(start))];
  for (let i = 0; i < dimensions; i++) {
    const point = Float64Array.from(start);
    const width = (box.high[i] ?? 1) - (box.low[i] ?? 0);
    point[i] = at(point, i) + (at(point, i) + 0.25 * width <= (box.high[i] ?? 1) ? 0.25 : -0.25) * width;
    vertices.push(visit(point));
  }
  const byValue = (a: Vertex, b: Vertex): number => a.value - b.value;
  vertices.sort(byValue);
  while (spent < evaluations) {
    const worst = vertices[dimensions];
    const best = vertices[0];
    const second = vertices[dimensions - 1];
    if (!worst || !best || !second || worst.value - best.value <= 1e-9 * Math.abs(best.value)) break;
    const centre = centroid(vertices, dimensions);
    let next = visit(along(centre, worst.point, -1));
    if (next.value < best.value) {
      const further = visit(along(centre, worst.point, -2));
      if (further.value < next.value) next = further;
    } else if (next.value >= second.value) {
      next = visit(along(centre, worst.point, next.value < worst.value ? -0.5 : 0.5));
    }
    if (next.value < worst.value) vertices[dimensions] = next;
    else
      for (let i = 1; i <= dimensions; i++)
        vertices[i] = visit(along(best.point, vertices[i]?.point ?? best.point, 0.5));
    vertices.sort(byValue);
  }
  return vertices[0]?.point ?? Float64Array.from(start);
}
