import { formatNumber } from './number.ts';

export function formatMoney(amount: number, currency: string): string {
  const decimals = Math.abs(amount) < 100 && !Number.isInteger(amount) ? 2 : 0;
  return amount.toLocaleString('en-US', {
    style: 'currency',
    currency,
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
}

/** Without a known currency the number stands with the word amount, never bare. */
export function formatAmount(amount: number, currency: string | null | undefined): string {
  return currency ? formatMoney(amount, currency) : `${formatNumber(amount)} (amount)`;
}
