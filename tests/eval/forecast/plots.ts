import { barChart, type Bar } from '../svg-bars.ts';
import { publishedScores, type M4Frequency } from './m4.ts';
import type { SetSummary } from './summary.ts';

const compared: ReadonlyMap<string, string> = new Map([
  ['Naive2', 'Naive2'],
  ['Theta', 'Theta'],
  ['Damped', 'Damped'],
  ['MLP', 'MLP (small neural net)'],
  ['RNN', 'RNN'],
  ['118', 'Smyl ES-RNN (1st)'],
  ['245', 'FFORMA (2nd)'],
]);

function bars(summary: SetSummary, frequency: M4Frequency): Bar[] {
  const published = publishedScores(frequency);
  const name = frequency.toLowerCase();
  const others = [...compared].map(([id, label]) => ({
    label: `${label}, ${name}`,
    value: published.get(id)?.owa ?? 0,
    highlighted: false,
  }));
  return [...others, { label: `AI-COS, ${name}`, value: summary.owa, highlighted: true }].sort(
    (a, b) => a.value - b.value
  );
}

/** OWA of this project's forecasts among published ones; only sets with a published table appear. */
export function owaPlot(summaries: readonly SetSummary[]): string {
  const weekly = summaries.find(({ name }) => name === 'M4 weekly');
  const hourly = summaries.find(({ name }) => name === 'M4 hourly');
  return barChart({
    title: 'M4 overall weighted average (lower is better, Naive2 = 1)',
    axis: 'OWA; other methods as published by the organisers',
    bars: [...(weekly ? bars(weekly, 'Weekly') : []), ...(hourly ? bars(hourly, 'Hourly') : [])],
    marks: [],
  });
}

export function coveragePlot(summaries: readonly SetSummary[]): string {
  return barChart({
    title: 'Share of test values inside the 90 % interval',
    axis: 'wanted between the dashed lines',
    bars: summaries.map(({ name, coverage90 }) => ({ label: name, value: coverage90, highlighted: true })),
    marks: [
      { value: 0.87, label: '0.87' },
      { value: 0.93, label: '0.93' },
    ],
  });
}
