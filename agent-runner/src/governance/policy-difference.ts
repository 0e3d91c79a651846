import { canonicalJson } from '../actions/canonical-json.ts';

/** Paths at which two policies differ, with both values: what a file of the company changed. */
export function policyDifference(
  shipped: Readonly<Record<string, unknown>>,
  own: Readonly<Record<string, unknown>>,
  path = ''
): string[] {
  const lines: string[] = [];
  for (const name of new Set([...Object.keys(shipped), ...Object.keys(own)])) {
    const [before, after] = [shipped[name], own[name]];
    const place = path === '' ? name : `${path}.${name}`;
    if (isRecord(before) && isRecord(after)) lines.push(...policyDifference(before, after, place));
    else if (canonicalJson(before) !== canonicalJson(after)) {
      lines.push(`${place}: ${canonicalJson(before)} → ${canonicalJson(after)}`);
    }
  }
  return lines;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
