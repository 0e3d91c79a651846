/** Standard deviation of chance in the realised mean effect, per node. */
export function chanceOfEffects(): ReadonlyMap<string, number> {
  return new Map();
}
