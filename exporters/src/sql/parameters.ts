/** What a query may ask for by name; each is written once per statement and cast to its type. */
export const parameterTypes = {
  as_of: 'timestamptz',
  currency: 'text',
  file_rates: 'jsonb',
  from_day: 'date',
  to_day: 'date',
  margin_ratio: 'numeric',
  since: 'timestamptz',
} as const;
export type ParameterName = keyof typeof parameterTypes;
export type ParameterValues = Partial<Readonly<Record<ParameterName, string | number | null>>>;

export interface Statement {
  readonly text: string;
  /** In the order of $1, $2, … */
  readonly parameters: readonly ParameterName[];
}

// Strings and comments are stepped over: a time of day or a note may hold a colon.
const tokens = /'(?:[^']|'')*'|--[^\n]*|(?<![:\w\]]):([a-z_]+)/g;

function isParameter(name: string): name is ParameterName {
  return Object.hasOwn(parameterTypes, name);
}

/** Turns `:as_of` and its kin into numbered parameters; throws on a name nobody supplies. */
export function bindNames(sql: string): Statement {
  const parameters: ParameterName[] = [];
  const text = sql.replaceAll(tokens, (token: string, name: string | undefined) => {
    if (name === undefined) return token;
    if (!isParameter(name)) {
      throw new Error(`unknown parameter :${name}; a query may use :${Object.keys(parameterTypes).join(', :')}`);
    }
    if (!parameters.includes(name)) parameters.push(name);
    return `$${String(parameters.indexOf(name) + 1)}::${parameterTypes[name]}`;
  });
  return { text, parameters };
}

/** The values of a statement in its order; throws when one is missing, which would be a mistake of the caller. */
export function valuesOf(statement: Statement, values: ParameterValues): (string | number | null)[] {
  return statement.parameters.map((name) => {
    const value = values[name];
    if (value === undefined) throw new Error(`parameter :${name} was not supplied`);
    return value;
  });
}
