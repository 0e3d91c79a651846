import { at } from '../../forecast/numeric/at.ts';
import type { Link } from './link.ts';

/** One link, one day, all draws: values of the cause before and after, and where the effect is added. */
export interface EffectFrame {
  readonly link: Link;
  readonly coefficient: Float64Array;
  readonly before: Float64Array;
  readonly after: Float64Array;
  /** First position of the cause's day in `before` and `after`. */
  readonly offset: number;
  readonly logs: Float64Array;
  readonly absolutes: Float64Array;
}

/** Walmart, Portent and Deloitte measured changes of up to a second; nothing is extrapolated beyond one step. */
const semiLimit = 1;

function elastic({ link, coefficient, before, after, offset, logs }: EffectFrame): void {
  for (let draw = 0; draw < logs.length; draw++) {
    const from = at(before, offset + draw);
    const to = at(after, offset + draw);
    if (to === from || from <= 0 || to <= 0) continue;
    logs[draw] = at(logs, draw) + link.damping * at(coefficient, draw) * Math.log(to / from);
  }
}

function semi({ link, coefficient, before, after, offset, logs }: EffectFrame): void {
  const limit = link.stepNative >= 1000 ? semiLimit : Infinity;
  for (let draw = 0; draw < logs.length; draw++) {
    const steps = (at(after, offset + draw) - at(before, offset + draw)) / link.stepNative;
    if (steps === 0) continue;
    const capped = Math.min(limit, Math.max(-limit, steps));
    logs[draw] = at(logs, draw) + (link.damping * at(coefficient, draw) * capped) / 100;
  }
}

function linear({ link, coefficient, before, after, offset, absolutes }: EffectFrame): void {
  for (let draw = 0; draw < absolutes.length; draw++) {
    const steps = (at(after, offset + draw) - at(before, offset + draw)) / link.stepNative;
    if (steps !== 0) absolutes[draw] = at(absolutes, draw) + link.damping * at(coefficient, draw) * steps;
  }
}

function doubling({ link, coefficient, before, after, offset, absolutes }: EffectFrame): void {
  for (let draw = 0; draw < absolutes.length; draw++) {
    const from = at(before, offset + draw);
    const to = at(after, offset + draw);
    if (to === from || from <= 0 || to <= 0) continue;
    absolutes[draw] = at(absolutes, draw) + link.damping * at(coefficient, draw) * Math.log2(to / from);
  }
}

function logRatio({ link, coefficient, before, after, offset, logs }: EffectFrame): void {
  for (let draw = 0; draw < logs.length; draw++) {
    const change = at(after, offset + draw) - at(before, offset + draw);
    if (change !== 0) logs[draw] = at(logs, draw) + (link.damping * at(coefficient, draw) * change) / 100;
  }
}

const effects: Partial<Record<Link['form'], (frame: EffectFrame) => void>> = {
  elast: elastic,
  semi,
  lin: linear,
  log2: doubling,
  ln_ratio: logRatio,
};

/** Adds the effect of a link with a coefficient; identities have none and are recomputed instead. */
export function addEffect(frame: EffectFrame): void {
  effects[frame.link.form]?.(frame);
}
