import { PLACEHOLDERS, type Placeholder, type PlaceholderValues } from './placeholders.ts';

/** Puts the values into a template; throws with file and line when it names something that does not exist. */
export function renderTemplate(file: string, text: string, values: PlaceholderValues): string {
  return text
    .split('\n')
    .map((line, index) =>
      line.replaceAll(/\$\{([A-Za-z0-9_]+)\}/g, (_, name: string) => {
        if (isPlaceholder(name)) return values[name];
        throw new Error(`${file}:${index + 1} names \${${name}}; known are ${PLACEHOLDERS.join(', ')}`);
      })
    )
    .join('\n');
}

function isPlaceholder(name: string): name is Placeholder {
  return (PLACEHOLDERS as readonly string[]).includes(name);
}
