import type { BenchmarkSet } from './benchmark-set.ts';
import { publishedForecasts, publishedScores, type M4Frequency } from './m4.ts';
import { scoreSet } from './score.ts';

export interface Reproduction {
  readonly frequency: M4Frequency;
  readonly method: string;
  readonly published: { readonly smape: number; readonly mase: number };
  readonly computed: { readonly smape: number; readonly mase: number };
}

const methods = ['Naive2', 'SES', 'sNaive'] as const;

/** Scores the organisers' own forecasts with this harness; throws when the published table is not met to three digits. */
export function reproducePublished(set: BenchmarkSet, frequency: M4Frequency): Reproduction[] {
  return methods.map((method) => {
    const forecasts = publishedForecasts(method);
    const published = publishedScores(frequency).get(method);
    const computed = scoreSet(set, ({ id }) => forecasts.get(id)!);
    if (!published) throw new Error(`the published M4 table has no row ${method}`);
    const off = Math.max(Math.abs(published.smape - computed.smape), Math.abs(published.mase - computed.mase));
    if (off > 0.0006) {
      throw new Error(
        `M4 ${frequency} ${method}: computed ${computed.smape} / ${computed.mase}, published ${published.smape} / ${published.mase}; the harness does not score like the organisers`
      );
    }
    return { frequency, method, published, computed };
  });
}
