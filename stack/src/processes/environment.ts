/** The variables that are set: a child sees no empty ones. */
export function definedOnly(variables: Record<string, string | number | undefined>): Record<string, string> {
  const defined: Record<string, string> = {};
  for (const [name, value] of Object.entries(variables)) {
    if (value !== undefined) defined[name] = String(value);
  }
  return defined;
}
