/** What options are compared by: more gain is better, less effort and less risk are better. */
export interface Merit {
  readonly gain: number;
  readonly effort: number;
  readonly risk: number;
}

function dominates(a: Merit, b: Merit): boolean {
  const noWorse = a.gain >= b.gain && a.effort <= b.effort && a.risk <= b.risk;
  return noWorse && (a.gain > b.gain || a.effort < b.effort || a.risk < b.risk);
}

/** Items that no other one beats in every respect, best gain first. */
export function nonDominated<T>(items: readonly T[], meritOf: (item: T) => Merit): T[] {
  const merits = items.map((item) => ({ item, merit: meritOf(item) }));
  return merits
    .filter(({ merit }) => !merits.some((other) => dominates(other.merit, merit)))
    .sort((a, b) => b.merit.gain - a.merit.gain)
    .map(({ item }) => item);
}
