import type { GrafanaTheme2 } from '@grafana/data';
import type uPlot from 'uplot';
import type { ChartThreshold } from './chart-data.ts';

interface Wanted {
  theme: GrafanaTheme2;
  width: number;
  height: number;
  range: [number, number];
  thresholds: readonly ChartThreshold[];
  format: (value: number) => string;
  onHover: (index: number | null) => void;
}

function toneColor(theme: GrafanaTheme2, tone: ChartThreshold['tone']): string {
  const { success, warning, error } = theme.colors;
  return { good: success.main, warn: warning.main, bad: error.main }[tone];
}

function drawThresholds(plot: uPlot, theme: GrafanaTheme2, thresholds: readonly ChartThreshold[]): void {
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.textAlign = 'left';
  ctx.textBaseline = 'alphabetic';
  ctx.font = `${11 * devicePixelRatio}px ${theme.typography.fontFamily}`;
  for (const { label, value, tone } of thresholds) {
    const y = plot.valToPos(value, 'y', true);
    if (y < bbox.top || y > bbox.top + bbox.height) {
      continue;
    }
    ctx.strokeStyle = toneColor(theme, tone);
    ctx.fillStyle = theme.colors.text.secondary;
    ctx.setLineDash([4 * devicePixelRatio, 4 * devicePixelRatio]);
    ctx.beginPath();
    ctx.moveTo(bbox.left, y);
    ctx.lineTo(bbox.left + bbox.width, y);
    ctx.stroke();
    ctx.fillText(label, bbox.left + 4 * devicePixelRatio, y - 3 * devicePixelRatio);
  }
  ctx.restore();
}

/** uPlot options: time axis in business days, one value line, a band with its middle, thresholds as dashed lines. */
export function chartOptions(wanted: Wanted): uPlot.Options {
  const { theme, width, height, range, thresholds, format, onHover } = wanted;
  const axis = {
    stroke: theme.colors.text.secondary,
    grid: { stroke: theme.colors.border.weak, width: 1 },
    ticks: { show: false },
    font: `11px ${theme.typography.fontFamily}`,
  };
  const line = theme.visualization.getColorByName('blue');
  const forecast = theme.visualization.getColorByName('purple');
  return {
    width,
    height,
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false } },
    tzDate: (seconds) => new Date(seconds * 1000 + new Date(seconds * 1000).getTimezoneOffset() * 60_000),
    scales: { y: { range: () => range } },
    axes: [
      { ...axis, values: (_plot, splits) => splits.map((seconds) => dayLabel(seconds)), space: 70 },
      { ...axis, size: 78, values: (_plot, splits) => splits.map((value) => format(value)) },
    ],
    series: [
      {},
      { stroke: line, width: 2, points: { show: false } },
      { stroke: 'transparent', points: { show: false } },
      { stroke: forecast, width: 2, dash: [6, 4], points: { show: false } },
      { stroke: 'transparent', points: { show: false } },
    ],
    bands: [{ series: [4, 2], fill: `${forecast}33` }],
    hooks: {
      draw: [(plot) => drawThresholds(plot, theme, thresholds)],
      setCursor: [(plot) => onHover(plot.cursor.idx ?? null)],
    },
  };
}

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });

export function dayLabel(seconds: number): string {
  return day.format(seconds * 1000);
}
