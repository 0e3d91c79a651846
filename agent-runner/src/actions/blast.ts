import type { BlastLimit } from '@ai-cos/catalog';

/** How much an action touches, measured on its parameters as its record says; 0 where the parameter is absent. */
export function blastOf(limit: BlastLimit, parameters: Readonly<Record<string, unknown>>): number {
  const found = valuesAt(parameters, limit.paramPath.split('.'));
  if (limit.measure === 'count') return found.length;
  const numbers = found.map((value) => Math.abs(Number(value))).filter((value) => Number.isFinite(value));
  if (limit.measure !== 'sum') return Math.max(0, ...numbers);
  let sum = 0;
  for (const value of numbers) sum += value;
  return sum;
}

/** Values at a dot path; an array on the way contributes each of its elements. */
function valuesAt(value: unknown, path: readonly string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap((item) => valuesAt(item, path));
  const [name, ...rest] = path;
  if (name === undefined) return value === undefined || value === null ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return valuesAt(Object.getOwnPropertyDescriptor(value, name)?.value, rest);
}
