/** Numbers read the same for everybody in one company: thousands separated, the sign kept where a change is meant. */
export function formatNumber(value: number, decimals = 0): string {
  const clean = Math.abs(value) < 0.5 * 10 ** -decimals ? 0 : value;
  const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return clean.toLocaleString('en-US', options).replace('-', '−');
}

export function formatSigned(value: number, decimals = 0): string {
  const text = formatNumber(Math.abs(value), decimals);
  if (Number(text.replaceAll(',', '')) === 0) {
    return text;
  }
  return value < 0 ? `−${text}` : `+${text}`;
}

export function formatShare(ratio: number): string {
  return `${formatNumber(ratio * 100)} %`;
}
