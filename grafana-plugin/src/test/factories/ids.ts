/** Stable ids, so that a failing test names the same item every time. */
export function idOf(kind: string, number: number): string {
  let hash = 0;
  for (const character of kind) {
    hash = (hash * 31 + character.charCodeAt(0)) % 0xffffffff;
  }
  const head = hash.toString(16).padStart(8, '0');
  return `${head}-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
}

export function digestOf(number: number): string {
  return number.toString(16).padStart(64, '0');
}

/** Business time of the simulated company. */
export const businessNow = '2026-11-03T10:00:00Z';

/** Real time of the fixtures; tests that count down pass their own. */
export const wallNow = '2026-11-20T09:00:00Z';

export function businessDaysAgo(days: number): string {
  return new Date(Date.parse(businessNow) - days * 86_400_000).toISOString();
}

export function wallMinutes(minutes: number, from = wallNow): string {
  return new Date(Date.parse(from) + minutes * 60_000).toISOString();
}
