import { formatNumber } from '../../format/number.ts';

function decimalsOf(value: number): number {
  return Number.isInteger(value) ? 0 : Math.min(4, (String(value).split('.')[1] ?? '').length);
}

/** A parameter exactly as it will be sent, readable. */
export function valueText(key: string, value: unknown): string {
  if (value === null || value === undefined) {
    return '–';
  }
  if (typeof value === 'number') {
    return /id$/i.test(key) ? String(value) : formatNumber(value, decimalsOf(value));
  }
  if (typeof value === 'boolean') {
    return value ? 'yes' : 'no';
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isRecordList(value: unknown): value is Array<Record<string, unknown>> {
  return Array.isArray(value) && value.length > 0 && value.every(isRecord);
}
