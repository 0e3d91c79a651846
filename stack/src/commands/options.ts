import { InvalidArgumentError } from 'commander';

/** `--seed N` */
export function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) throw new InvalidArgumentError('write a whole number of at least 0');
  return value;
}

/** `--set key=value`, repeatable. */
export function keyValue(text: string, previous: Record<string, string>): Record<string, string> {
  const at = text.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('write key=value');
  return { ...previous, [text.slice(0, at)]: text.slice(at + 1) };
}
