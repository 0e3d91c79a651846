import type {
  HitRate,
  OptimiseRequest,
  OptimiseResult,
  SimulationRequest,
  SimulationResult,
} from '../../contract/simulations.ts';
import type { SeriesEvent } from '../../forecast/event-effects.ts';
import type { CompanyHistory } from '../history/company-history.ts';
import type { HistoryAddress } from '../history/sql-history-source.ts';

/** History in memory, or where the worker finds it; reading it there keeps the caller's event loop free. */
export type HistoryInput =
  | { readonly kind: 'given'; readonly history: CompanyHistory }
  | { readonly kind: 'address'; readonly address: HistoryAddress };

/** One series to forecast; NaN marks a gap. */
export interface SeriesJob {
  readonly id: string;
  readonly values: Float64Array;
  readonly horizon: number;
  readonly periods: readonly number[];
  /** Special days, counted in steps from the first value. */
  readonly events?: readonly SeriesEvent[];
}

export interface ForecastAnswer {
  readonly id: string;
  readonly p10: Float64Array;
  readonly p50: Float64Array;
  readonly p90: Float64Array;
  readonly members: readonly string[];
  readonly mase: number;
  readonly floorMase: number;
  readonly coverage90: number;
  readonly origins: number;
  readonly unreliable: readonly string[];
}

/** What the worker can be asked, with the type of its answer. */
export interface Jobs {
  readonly simulate: {
    readonly question: {
      readonly request: SimulationRequest;
      readonly history: HistoryInput;
      readonly hitRate?: HitRate | undefined;
    };
    readonly answer: SimulationResult;
  };
  readonly optimise: {
    readonly question: { readonly request: OptimiseRequest; readonly history: HistoryInput };
    readonly answer: OptimiseResult;
  };
  readonly forecast: {
    readonly question: { readonly series: readonly SeriesJob[] };
    readonly answer: readonly ForecastAnswer[];
  };
}

export type JobKind = keyof Jobs;

/** To the worker; `cancelled` is a shared flag that the caller raises. */
export type JobMessage = {
  readonly [K in JobKind]: {
    readonly id: number;
    readonly kind: K;
    readonly question: Jobs[K]['question'];
    readonly cancelled: SharedArrayBuffer;
  };
}[JobKind];

/** From the worker. */
export type JobReply =
  | { readonly id: number; readonly kind: 'progress'; readonly share: number }
  | { readonly id: number; readonly kind: 'answer'; readonly answer: Jobs[JobKind]['answer'] }
  | {
      readonly id: number;
      readonly kind: 'failure';
      readonly name: string;
      readonly message: string;
      readonly fields: readonly { field: string; reason: string }[];
    };
