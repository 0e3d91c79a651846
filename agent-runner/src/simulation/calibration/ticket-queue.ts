import { at } from '../../forecast/numeric/at.ts';
import { quantile } from '../../forecast/numeric/moments.ts';
import type { CompanyHistory } from '../history/company-history.ts';

/** How the support desk behaves: what it can answer in a day, and how long people wait at each load. */
export interface TicketQueue {
  /** First answers a day with the present staff. */
  readonly capacity: number;
  /** Loads (work of the day ÷ capacity) in ascending order and the median wait in minutes at each. */
  readonly loads: Float64Array;
  readonly waits: Float64Array;
}

/** Pools neighbours until the waits never fall with the load. */
function neverFalling(values: Float64Array): Float64Array {
  const blocks: { sum: number; count: number }[] = [];
  for (const value of values) {
    blocks.push({ sum: value, count: 1 });
    for (let last = blocks.length - 1; last > 0; last--) {
      const [before, block] = [blocks[last - 1], blocks[last]];
      if (!before || !block || before.sum / before.count <= block.sum / block.count) break;
      blocks.splice(last - 1, 2, { sum: before.sum + block.sum, count: before.count + block.count });
    }
  }
  return Float64Array.from(blocks.flatMap(({ sum, count }) => new Array<number>(count).fill(sum / count)));
}

interface BusyDay {
  readonly work: number;
  readonly answered: number;
  readonly wait: number;
}

function busyDays({ company }: CompanyHistory): BusyDay[] {
  const days: BusyDay[] = [];
  for (let day = 1; day < company.ticketsOpened.length; day++) {
    const work = at(company.ticketsWaiting, day - 1) + at(company.ticketsOpened, day);
    const left = at(company.ticketsWaiting, day);
    const wait = at(company.responseMinutes, day);
    if (work > 0 && wait > 0 && left >= 0) days.push({ work, answered: work - left, wait });
  }
  return days;
}

/** What the desk answered on its best days: on the others there was not more to answer. */
function capacityOf(days: readonly BusyDay[]): number {
  return quantile(
    Float64Array.from(days, (day) => day.answered),
    0.99
  );
}

/** The desk as its history shows it; undefined with less than eight weeks of tickets. */
export function estimateTicketQueue(history: CompanyHistory): TicketQueue | undefined {
  const days = busyDays(history);
  if (days.length < 56) return undefined;
  const capacity = capacityOf(days);
  const sorted = [...days].sort((a, b) => a.work - b.work);
  return {
    capacity,
    loads: Float64Array.from(sorted, ({ work }) => work / capacity),
    waits: neverFalling(Float64Array.from(sorted, ({ wait }) => Math.log(wait))).map(Math.exp),
  };
}

/** Median wait at a load, interpolated; beyond the largest one it grows in proportion to the work left over. */
export function waitAt({ loads, waits }: TicketQueue, load: number): number {
  const last = loads.length - 1;
  if (load <= at(loads, 0)) return at(waits, 0);
  if (load >= at(loads, last)) return (at(waits, last) * load) / at(loads, last);
  let low = 0;
  let high = last;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (at(loads, middle) <= load) low = middle;
    else high = middle;
  }
  const span = at(loads, high) - at(loads, low);
  const part = span > 0 ? (load - at(loads, low)) / span : 1;
  return at(waits, low) + part * (at(waits, high) - at(waits, low));
}
