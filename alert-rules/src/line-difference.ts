const shownLines = 20;

/** The lines that only one of two texts has, at most twenty; empty when the texts are equal. */
export function lineDifference(before: string, after: string): string {
  if (before === after) return '';
  const [old, fresh] = [before.split('\n'), after.split('\n')];
  const [oldSet, freshSet] = [new Set(old), new Set(fresh)];
  const lines = [
    ...old.filter((line) => !freshSet.has(line)).map((line) => `- ${line}`),
    ...fresh.filter((line) => !oldSet.has(line)).map((line) => `+ ${line}`),
  ];
  if (lines.length === 0) return '  the same lines in another order or number';
  return lines.slice(0, shownLines).join('\n');
}
