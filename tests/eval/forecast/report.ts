import { markdownTable } from '../markdown-table.ts';
import type { Reproduction } from './reproduction.ts';
import type { SetSummary } from './summary.ts';
import type { TargetCheck } from './targets.ts';

export interface ForecastReport {
  readonly reproductions: readonly Reproduction[];
  readonly summaries: readonly SetSummary[];
  readonly checks: readonly TargetCheck[];
}

const pair = ({ smape, mase }: { smape: number; mase: number }): string => `${smape.toFixed(3)} / ${mase.toFixed(3)}`;
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

function scoreTable(summaries: readonly SetSummary[]): string {
  return markdownTable(
    [
      'set',
      'series',
      'sMAPE / MASE',
      'Naive2',
      'seasonal naive',
      'OWA',
      'sMAPE below seasonal naive',
      'median ms per series',
    ],
    summaries.map((s) => [
      s.name,
      String(s.series),
      pair(s.score),
      pair(s.naive2),
      pair(s.seasonalNaive),
      s.owa.toFixed(3),
      percent(s.smapeGain),
      s.medianMilliseconds.toFixed(0),
    ])
  );
}

function intervalTable(summaries: readonly SetSummary[]): string {
  return markdownTable(
    [
      'set',
      '80 %',
      '90 %',
      '95 %',
      'MSIS at 95 %',
      'backtest MASE published beside the forecasts',
      'marked unreliable',
    ],
    summaries.map((s) => [
      s.name,
      percent(s.coverage80),
      percent(s.coverage90),
      percent(s.coverage95),
      s.msis95.toFixed(2),
      s.backtestMase.toFixed(3),
      String(s.unreliable),
    ])
  );
}

function memberTable(summaries: readonly SetSummary[]): string {
  const rows: string[][] = [];
  for (const { name, results } of summaries) {
    const counts = new Map<string, number>();
    for (const { members } of results) for (const id of members) counts.set(id, (counts.get(id) ?? 0) + 1);
    const ranked = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 8);
    rows.push([name, ranked.map(([id, count]) => `${id} ${percent(count / results.length)}`).join(', ')]);
  }
  return markdownTable(['set', 'share of the series in which a method is a member'], rows);
}

/** The Markdown page about forecast accuracy; figures only, no rows of the data sets. */
export function renderReport({ reproductions, summaries, checks }: ForecastReport): string {
  return `# Forecast accuracy

Written by \`npm run eval:forecast\`; do not edit. Methods and constants were fixed on the training parts (last horizons held out); the test parts are scored once. How it works: \`agent-runner/src/forecast/\`.

## Targets

${markdownTable(
  ['target', 'measured', 'wanted', 'met'],
  checks.map(({ subject, measured, wanted, met }) => [subject, measured.toFixed(3), wanted, met ? 'yes' : '**no**'])
)}

## The harness scores like the M4 organisers

Their own forecasts, scored here, against their published table (sMAPE / MASE). Data: Makridakis, Spiliotis and Assimakopoulos 2020.

${markdownTable(
  ['frequency', 'method', 'published', 'computed here'],
  reproductions.map(({ frequency, method, published, computed }) => [
    frequency,
    method,
    pair(published),
    pair(computed),
  ])
)}

## Point forecasts

${scoreTable(summaries)}

![Overall weighted average against published methods](eval-forecast-owa.svg)

## Intervals

Conformal intervals from backtest errors; share of the test values inside.

${intervalTable(summaries)}

![Coverage of the 90 % interval](eval-forecast-coverage.svg)

## Which methods were chosen

The forecast is the median of the five best of the rolling-origin backtest, or the seasonal naive where that is better.

${memberTable(summaries)}
`;
}
