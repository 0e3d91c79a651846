import { scenarioTypes, type ScenarioType } from '@ai-cos/agent-runner/contract';
import { median } from '@ai-cos/agent-runner/forecast/numeric/moments.ts';
import type { ComparedEffect } from './comparison.ts';

export interface Score {
  readonly name: string;
  readonly effects: number;
  /** Effects larger than the noise of two equal lives, and how many of them have the right sign. */
  readonly clear: number;
  readonly signRight: number;
  /** Median absolute error and median absolute effect, in per cent of the level of the node. */
  readonly medianError: number;
  readonly medianEffect: number;
  /** Share by which the error lies below the guess that nothing changes. */
  readonly gain: number;
  /** Share of realised effects inside the 80 % interval. */
  readonly coverage: number;
}

/** Effects whose placebo noise is known; noise is in native units, by node. */
export interface Noise {
  readonly of: (effect: ComparedEffect) => number;
}

function percentOfLevel(value: number, { level }: ComparedEffect): number {
  return (100 * Math.abs(value)) / Math.max(1e-9, Math.abs(level));
}

export function scoreOf(name: string, effects: readonly ComparedEffect[], noise: Noise): Score {
  const clear = effects.filter((effect) => Math.abs(effect.realised) > noise.of(effect));
  const right = clear.filter(({ predicted, realised }) => Math.sign(predicted) === Math.sign(realised));
  const inside = effects.filter(({ realised, low, high }) => realised >= low && realised <= high);
  const medianError = median(
    Float64Array.from(effects, (effect) => percentOfLevel(effect.predicted - effect.realised, effect))
  );
  const medianEffect = median(Float64Array.from(effects, (effect) => percentOfLevel(effect.realised, effect)));
  return {
    name,
    effects: effects.length,
    clear: clear.length,
    signRight: clear.length > 0 ? right.length / clear.length : Number.NaN,
    medianError,
    medianEffect,
    gain: 1 - medianError / medianEffect,
    coverage: inside.length / effects.length,
  };
}

export interface Scorecard {
  readonly all: Score;
  readonly byType: readonly Score[];
  readonly byNode: readonly Score[];
}

/** Scores of all effects, by scenario type and by node of each type. */
export function scorecard(effects: readonly ComparedEffect[], noise: Noise): Scorecard {
  const ofType = (type: ScenarioType): ComparedEffect[] => effects.filter(({ scenarioType }) => scenarioType === type);
  const byNode = scenarioTypes.flatMap((type) =>
    [...new Set(ofType(type).map(({ node }) => node))].map((node) =>
      scoreOf(
        `${type}: ${node}`,
        ofType(type).filter((effect) => effect.node === node),
        noise
      )
    )
  );
  return {
    all: scoreOf('all', effects, noise),
    byType: scenarioTypes.filter((type) => ofType(type).length > 0).map((type) => scoreOf(type, ofType(type), noise)),
    byNode,
  };
}
