import { formatMoney } from './money.ts';
import { formatNumber } from './number.ts';

function decimalsFor(value: number): number {
  const size = Math.abs(value);
  if (size >= 100 || Number.isInteger(value)) {
    return 0;
  }
  return size >= 1 ? 1 : 3;
}

const knownUnits: Record<string, string> = { percent: '%', ratio: '', count: '', units_per_day: 'units/day' };

/** A number of the evidence with the unit its analysis gave it; three capital letters are a currency. */
export function formatMeasure(value: number, unit: string): string {
  if (/^[A-Z]{3}$/.test(unit)) {
    return formatMoney(value, unit);
  }
  const word = knownUnits[unit] ?? unit.replaceAll('_', ' ');
  return `${formatNumber(value, decimalsFor(value))} ${word}`.trim();
}
