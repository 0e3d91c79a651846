/** What `npm run sizes` knows of a file. */
export type FileSize = { path: string; lines: number; comments: number; anys: number; casts: number };

export function measure(path: string, text: string): FileSize {
  const lines = text.trimEnd().split('\n');
  return {
    path,
    lines: lines.length,
    comments: lines.filter((line) => /^\s*(\/\/|\/\*|\*)/.test(line)).length,
    anys: count(text, /[:<|]\s*any\b/g),
    casts: lines.filter((line) => /[)\]\w] as (?!const\b)[A-Z{]\w*/.test(line) && !/^\s*(import|\*|\/)/.test(line))
      .length,
  };
}

/** A line of the table: the numbers that the house style compares with other code bases. */
export function row(name: string, sizes: readonly FileSize[]): string {
  const sorted = sizes.map((size) => size.lines).toSorted((a, b) => a - b);
  const total = sum(sorted);
  const perThousand = (of: (size: FileSize) => number): string => ((1000 * sum(sizes.map(of))) / total).toFixed(1);
  return [
    name.padEnd(16),
    String(sizes.length).padStart(6),
    String(total).padStart(7),
    String(quantile(sorted, 0.5)).padStart(7),
    String(quantile(sorted, 0.9)).padStart(5),
    String(sorted.at(-1)).padStart(5),
    `${((100 * sum(sizes.map((size) => size.comments))) / total).toFixed(0)} %`.padStart(9),
    perThousand((size) => size.anys).padStart(9),
    perThousand((size) => size.casts).padStart(8),
  ].join(' ');
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

function count(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length;
}
