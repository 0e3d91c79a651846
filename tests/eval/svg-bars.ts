export interface Bar {
  readonly label: string;
  readonly value: number;
  readonly highlighted: boolean;
}

export interface BarChart {
  readonly title: string;
  readonly axis: string;
  readonly bars: readonly Bar[];
  /** Dashed lines with a caption, such as a target. */
  readonly marks: readonly { readonly value: number; readonly label: string }[];
}

const width = 760;
const left = 250;
const rowHeight = 24;

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function niceMaximum(chart: BarChart): number {
  const largest = Math.max(...chart.bars.map(({ value }) => value), ...chart.marks.map(({ value }) => value));
  return largest > 0 ? largest * 1.12 : 1;
}

/** Horizontal bars as a stand-alone SVG document. */
export function barChart(chart: BarChart): string {
  const height = 64 + chart.bars.length * rowHeight + 28;
  const maximum = niceMaximum(chart);
  const x = (value: number): number => left + (value / maximum) * (width - left - 60);
  const bars = chart.bars.map(({ label, value, highlighted }, row) => {
    const y = 48 + row * rowHeight;
    return [
      `<text x="${left - 8}" y="${y + 13}" text-anchor="end">${escaped(label)}</text>`,
      `<rect x="${left}" y="${y}" width="${(x(value) - left).toFixed(1)}" height="16" fill="${highlighted ? '#1f6feb' : '#9aa4b2'}"/>`,
      `<text x="${(x(value) + 6).toFixed(1)}" y="${y + 13}">${value.toFixed(3)}</text>`,
    ].join('\n');
  });
  const marks = chart.marks.map(({ value, label }) => {
    const at = x(value).toFixed(1);
    return `<line x1="${at}" y1="40" x2="${at}" y2="${height - 30}" stroke="#d1242f" stroke-dasharray="4 3"/>
<text x="${at}" y="36" text-anchor="middle" fill="#d1242f">${escaped(label)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">
<rect width="${width}" height="${height}" fill="#ffffff"/>
<text x="12" y="18" font-size="14" font-weight="bold">${escaped(chart.title)}</text>
${bars.join('\n')}
${marks.join('\n')}
<text x="${left}" y="${height - 8}" fill="#57606a">${escaped(chart.axis)}</text>
</svg>
`;
}
