import { readFileSync } from 'node:fs';
import { isCollection, isNode, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import { ConfigError } from './env.ts';

/** Loads and validates a YAML file; every problem is reported as `file:line field: reason`. An empty file is `{}`. */
export function loadYamlFile<T extends z.ZodType>(path: string, schema: T): z.output<T> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new ConfigError(`${path} cannot be read: ${String((error as NodeJS.ErrnoException).code)}`);
  }
  return parseYaml(path, text, schema);
}

export function parseYaml<T extends z.ZodType>(path: string, text: string, schema: T): z.output<T> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  if (document.errors.length > 0) {
    throw new ConfigError(
      document.errors.map((error) => `${path}:${String(error.linePos?.[0].line ?? 1)} ${error.message}`).join('\n')
    );
  }
  const parsed = schema.safeParse(document.toJS() ?? {});
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => {
    const line = lineOf(document, issue.path, lines);
    return `${path}:${String(line)} ${issue.path.map(String).join('.') || '(file)'}: ${issue.message}`;
  });
  throw new ConfigError(problems.join('\n'));
}

/** The line of the deepest node on the path that exists: a missing field is reported where it should stand. */
function lineOf(document: Document, path: readonly PropertyKey[], lines: LineCounter): number {
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const node = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    if (isCollection(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
