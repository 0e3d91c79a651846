/** A count with its noun as people write it: `1 product`, `2 products`. */
export function counted(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}
