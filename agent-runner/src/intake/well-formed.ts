/** Escapes that PostgreSQL may refuse; text without them needs no cleaning. */
export const NEEDS_CLEANING = /\\u(?:0000|[dD][89a-fA-F])/;

const LONE_SURROGATES = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** The same value with what PostgreSQL refuses in jsonb removed: NUL and lone surrogates. Input comes from JSON. */
export function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\u0000', '').replace(LONE_SURROGATES, '\uFFFD');
  if (Array.isArray(value)) return value.map(wellFormed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [wellFormed(name) as string, wellFormed(field)])
  );
}

const MAX_DEPTH = 64;

/** Whether JSON text is nested deeper than anything Alertmanager sends; counted without recursion. */
export function tooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (inString) {
      if (character === '\\') index += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{' || character === '[') {
      depth += 1;
      if (depth > MAX_DEPTH) return true;
    } else if (character === '}' || character === ']') depth -= 1;
  }
  return false;
}
