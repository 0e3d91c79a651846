import { at } from '../../forecast/numeric/at.ts';
import { estimateTicketQueue, waitAt, type TicketQueue } from '../calibration/ticket-queue.ts';
import { streamSeed, uniformAt } from '../draws/seed.ts';
import type { CompanyHistory } from '../history/company-history.ts';
import { isMoved, type LeverTiming, type ScenarioContext, type ScenarioPlan } from './scenario-plan.ts';

export interface SupportLever extends LeverTiming {
  readonly extraAgents: number;
}

/** Paths of arrivals that stand for the uncertainty of the queue. */
const pathCount = 48;

const pathId = 'support:path';

const minutesOfDay = 1440;

/** Whole weeks of past arrivals in random order: busy days stay together. */
function arrivalPath(opened: Float64Array, days: number, key: number): Float64Array {
  const recent = opened.subarray(Math.max(0, opened.length - 182));
  const weeks = Math.max(1, Math.floor(recent.length / 7));
  return Float64Array.from({ length: days }, (_, day) => {
    const week = Math.floor(uniformAt(key, Math.floor(day / 7)) * weeks);
    return at(recent, (week * 7 + (day % 7)) % recent.length) || 0;
  });
}

function waitsOf(
  queue: TicketQueue,
  arrivals: Float64Array,
  backlog: number,
  capacityAt: (day: number) => number
): Float64Array {
  let waiting = backlog;
  return arrivals.map((opened, day) => {
    const capacity = capacityAt(day);
    const work = waiting + opened;
    const queued = waiting / capacity;
    waiting = Math.max(0, work - capacity);
    // Behind less than a day of backlog one waits working hours, behind more also the nights.
    return Math.max(waitAt(queue, work / capacity), (minutesOfDay / 2) * (queued + Math.max(0, queued - 1)));
  });
}

/** Change of the logarithm of the median wait, per path and day. */
function changes(
  queue: TicketQueue,
  history: CompanyHistory,
  lever: SupportLever,
  context: ScenarioContext
): Float64Array[] {
  const backlog = at(history.company.ticketsWaiting, history.company.ticketsWaiting.length - 1) || 0;
  return Array.from({ length: pathCount }, (_, path) => {
    const key = streamSeed(context.seed, 1000 + path);
    const arrivals = arrivalPath(history.company.ticketsOpened, context.horizonDays, key);
    const level = queue.capacity * (0.93 + 0.14 * uniformAt(key, 100_000));
    const staffed = (history.supportAgents + lever.extraAgents) / history.supportAgents;
    const before = waitsOf(queue, arrivals, backlog, () => level);
    const after = waitsOf(queue, arrivals, backlog, (day) =>
      isMoved(day, lever) ? level * Math.max(0.05, staffed) : level
    );
    return after.map((wait, day) => Math.log(wait / at(before, day)));
  });
}

/** Queue of the support desk: more hands, less load, shorter waits as the company has seen them at that load (i11). */
export function planSupport(lever: SupportLever, context: ScenarioContext): ScenarioPlan {
  const { history } = context;
  const queue = estimateTicketQueue(history);
  const nothing = {
    shocks: [],
    coefficients: new Map(),
    replacedLinks: [],
    calibrated: [],
    modelError: 0.3,
    focus: ['response_time', 'csat'],
  };
  if (!queue || !(history.supportAgents > 0)) {
    const detail = 'the history of tickets or shifts is too short for a queue model';
    return { ...nothing, flags: [{ code: 'no_history', field: 'extraAgents', detail }] };
  }
  const table = changes(queue, history, lever, context);
  const beyond = lever.extraAgents > history.supportAgents;
  return {
    ...nothing,
    shocks: [
      {
        node: 'response_time',
        form: 'log',
        addTo(day, target, columns) {
          const column = columns.get(pathId);
          for (let draw = 0; draw < target.length; draw++) {
            const path = table[column ? at(column, draw) : 0];
            target[draw] = at(target, draw) + (path ? at(path, day) : 0);
          }
        },
      },
    ],
    coefficients: new Map([[pathId, { kind: 'alternatives', weights: table.map(() => 1 / pathCount) }]]),
    replacedLinks: ['i11'],
    flags: beyond
      ? [
          {
            code: 'extrapolation',
            field: 'extraAgents',
            detail: `${lever.extraAgents} extra agents more than double the ${history.supportAgents} on shift`,
          },
        ]
      : [],
  };
}
