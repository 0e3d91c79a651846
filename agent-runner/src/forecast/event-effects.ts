import { at } from './numeric/at.ts';
import { median } from './numeric/moments.ts';

/** A day of the business calendar (sale, holiday, closing): its kind and its step, counted from the first value; later ones lie in the future. */
export interface SeriesEvent {
  readonly kind: string;
  readonly position: number;
}

/** Factor on the ordinary value for each kind of event; 1 = no effect. */
export type EventFactors = ReadonlyMap<string, number>;

/** Cycles before and after an event that show what would have been ordinary. */
const cyclesCompared = 3;

function ordinaryValue(history: Float64Array, position: number, period: number, taken: ReadonlySet<number>): number {
  const values: number[] = [];
  for (let cycle = 1; cycle <= cyclesCompared; cycle++) {
    for (const neighbour of [position - cycle * period, position + cycle * period]) {
      if (neighbour >= 0 && neighbour < history.length && !taken.has(neighbour)) values.push(at(history, neighbour));
    }
  }
  return values.length === 0 ? Number.NaN : median(Float64Array.from(values));
}

/** Effects of past events, shrunk towards none: one event says half of what it shows, four say four fifths. */
export function estimateEventFactors(
  history: Float64Array,
  events: readonly SeriesEvent[],
  period: number
): EventFactors {
  const taken = new Set(events.map(({ position }) => position));
  const logs = new Map<string, number[]>();
  for (const { kind, position } of events) {
    if (position < 0 || position >= history.length) continue;
    const ordinary = ordinaryValue(history, position, period, taken);
    const value = at(history, position);
    if (!(ordinary > 0) || !(value > 0)) continue;
    logs.set(kind, [...(logs.get(kind) ?? []), Math.log(value / ordinary)]);
  }
  return new Map(
    [...logs].map(([kind, found]) => [
      kind,
      Math.exp((median(Float64Array.from(found)) * found.length) / (found.length + 1)),
    ])
  );
}

/** Values from `start` on, divided by (history) or multiplied with (forecast) the factors of the events that fall on them. */
export function applyEvents(
  values: Float64Array,
  {
    events,
    factors,
    start,
    power,
  }: { events: readonly SeriesEvent[]; factors: EventFactors; start: number; power: 1 | -1 }
): Float64Array {
  const adjusted = Float64Array.from(values);
  for (const { kind, position } of events) {
    const index = position - start;
    if (index < 0 || index >= values.length) continue;
    adjusted[index] = at(adjusted, index) * (factors.get(kind) ?? 1) ** power;
  }
  return adjusted;
}
