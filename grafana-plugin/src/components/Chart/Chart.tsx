import React, { useEffect, useMemo, useRef, useState } from 'react';
import { css } from '@emotion/css';
import { useTheme2, useStyles2 } from '@grafana/ui';
import type { GrafanaTheme2 } from '@grafana/data';
import uPlot from 'uplot';
import { chartColumns, chartRange, type ChartColumns, type ChartInput, type ChartThreshold } from './chart-data.ts';
import { chartOptions, dayLabel } from './chart-options.ts';

interface Props extends ChartInput {
  /** Names the chart for people who do not see it. */
  label: string;
  format: (value: number) => string;
  thresholds?: readonly ChartThreshold[];
  height?: number;
}

const noThresholds: readonly ChartThreshold[] = [];

function readout(columns: ChartColumns, index: number, format: (value: number) => string): string {
  const time = columns.times[index];
  const value = columns.value[index] ?? null;
  const middle = columns.middle[index] ?? null;
  if (time === undefined) {
    return '';
  }
  if (value !== null) {
    return `${dayLabel(time)}: ${format(value)}`;
  }
  const low = columns.low[index] ?? null;
  const high = columns.high[index] ?? null;
  return middle === null || low === null || high === null
    ? `${dayLabel(time)}: undefined`
    : `${dayLabel(time)}: about ${format(middle)} (80 % between ${format(low)} and ${format(high)})`;
}

function lastKnownIndex({ value }: ChartColumns): number {
  for (let index = value.length - 1; index >= 0; index -= 1) {
    if (value[index] !== null) {
      return index;
    }
  }
  return -1;
}

function useWidth(element: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const target = element.current;
    if (target === null || typeof ResizeObserver === 'undefined') {
      return undefined;
    }
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(target);
    return () => observer.disconnect();
  }, [element]);
  return width;
}

/** A trend with thresholds and, where a forecast exists, its 80 % band. The only place that knows uPlot. */
export function Chart({ label, points, band, format, thresholds = noThresholds, height = 240 }: Props) {
  const theme = useTheme2();
  const styles = useStyles2(getStyles);
  const host = useRef<HTMLDivElement>(null);
  const width = useWidth(host);
  const [hovered, setHovered] = useState<number | null>(null);
  const columns = useMemo(() => chartColumns({ points, band }), [points, band]);
  const formatRef = useRef(format);
  useEffect(() => {
    formatRef.current = format;
  }, [format]);
  useEffect(() => {
    if (host.current === null || width === 0) {
      return undefined;
    }
    const options = chartOptions({
      theme,
      width,
      height,
      range: chartRange(columns, thresholds),
      thresholds,
      format: (value) => formatRef.current(value),
      onHover: setHovered,
    });
    const { times, value, low, middle, high } = columns;
    const plot = new uPlot(options, [times, value, low, middle, high], host.current);
    return () => plot.destroy();
  }, [theme, width, height, columns, thresholds]);
  const text = readout(columns, hovered ?? lastKnownIndex(columns), format);
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.readout}>{text === '' ? 'No value in this period' : text}</figcaption>
      <div ref={host} className={styles.plot} style={{ height }} role="img" aria-label={`${label}. ${text}`} />
    </figure>
  );
}

/** The few rules of uPlot's own stylesheet that a chart without legend needs. */
function getStyles(theme: GrafanaTheme2) {
  return {
    figure: css({ margin: 0, minWidth: 0 }),
    readout: css({ color: theme.colors.text.secondary, fontVariantNumeric: 'tabular-nums' }),
    plot: css({
      overflow: 'hidden',
      '.uplot': { width: 'min-content' },
      '.u-wrap': { position: 'relative', userSelect: 'none' },
      '.u-over, .u-under': { position: 'absolute' },
      '.u-under': { overflow: 'hidden' },
      canvas: { display: 'block', position: 'relative', width: '100%', height: '100%' },
      '.u-axis, .u-cursor-pt, .u-select': { position: 'absolute' },
      '.u-select, .u-cursor-pt': { pointerEvents: 'none' },
      '.u-cursor-x': {
        position: 'absolute',
        left: 0,
        top: 0,
        height: '100%',
        borderRight: `1px dashed ${theme.colors.text.secondary}`,
        pointerEvents: 'none',
      },
      '.u-cursor-pt': { top: 0, left: 0, borderRadius: '50%' },
    }),
  };
}
