import type { Parameters } from './connector.ts';

const whole = /^\{([A-Za-z0-9_.]+)\}$/;
const part = /\{([A-Za-z0-9_.]+)\}/g;

/** The value at a dot path of the parameters; an unknown path is an error, never an empty text. */
export function parameterAt(parameters: Parameters, path: string): unknown {
  let value: unknown = parameters;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) {
      throw new Error(`the action has no parameter "${path}"`);
    }
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

/** A path with its `{name}`s replaced by percent-encoded scalars: a parameter can never add a segment or a query. */
export function fillPath(template: string, parameters: Parameters): string {
  return template.replace(part, (_, path: string) => {
    const value = parameterAt(parameters, path);
    if (typeof value !== 'string' && typeof value !== 'number') {
      throw new Error(`parameter "${path}" cannot stand in a path: it is no text or number`);
    }
    return encodeURIComponent(String(value));
  });
}

/** A body with every string `{name}` replaced by the parameter as it is; text around a name is joined as text. */
export function fillBody(template: unknown, parameters: Parameters): unknown {
  if (typeof template === 'string') {
    const only = whole.exec(template);
    if (only?.[1] !== undefined) return parameterAt(parameters, only[1]);
    return template.replace(part, (_, path: string) => String(parameterAt(parameters, path)));
  }
  if (Array.isArray(template)) return template.map((item) => fillBody(item, parameters));
  if (typeof template === 'object' && template !== null) {
    return Object.fromEntries(Object.entries(template).map(([key, value]) => [key, fillBody(value, parameters)]));
  }
  return template;
}
