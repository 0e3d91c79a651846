import { readFileSync } from 'node:fs';
import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import { ConfigError } from './env.ts';

/** Loads and validates a YAML file; every problem is reported as `file:line field: reason`. An empty file is `{}`. */
export function loadYamlFile<T extends z.ZodType>(path: string, schema: T): z.output<T> {
  return openYamlFile(path, schema).value;
}

export interface YamlFile<T> {
  readonly value: T;
  /** `file:line field` of a value, for problems that only show when the value is used. */
  readonly locate: (field: readonly PropertyKey[]) => string;
}

/** Like `loadYamlFile`, and keeps where every value stands. */
export function openYamlFile<T extends z.ZodType>(path: string, schema: T): YamlFile<z.output<T>> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new ConfigError(`${path} cannot be read: ${String((error as NodeJS.ErrnoException).code)}`);
  }
  return openYaml(path, text, schema);
}

export function parseYaml<T extends z.ZodType>(path: string, text: string, schema: T): z.output<T> {
  return openYaml(path, text, schema).value;
}

function openYaml<T extends z.ZodType>(path: string, text: string, schema: T): YamlFile<z.output<T>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  if (document.errors.length > 0) {
    throw new ConfigError(
      document.errors.map((error) => `${path}:${String(error.linePos?.[0].line ?? 1)} ${error.message}`).join('\n')
    );
  }
  const locate = (field: readonly PropertyKey[]): string =>
    `${path}:${String(lineOf(document, field, lines))} ${field.map(String).join('.') || '(file)'}`;
  const parsed = schema.safeParse(document.toJS() ?? {});
  if (parsed.success) return { value: parsed.data, locate };
  throw new ConfigError(parsed.error.issues.map((issue) => `${locate(placeOf(issue))}: ${issue.message}`).join('\n'));
}

/** An unknown field is reported where it stands, not where its parent begins. */
function placeOf(issue: z.core.$ZodIssue): readonly PropertyKey[] {
  return issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path;
}

/** The line of the deepest field on the path that exists: a missing field is reported where it should stand. */
function lineOf(document: Document, path: readonly PropertyKey[], lines: LineCounter): number {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node = keyNode(document, path.slice(0, depth)) ?? document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

/** The name of a field: its value may begin lines later. */
function keyNode(document: Document, path: readonly PropertyKey[]): unknown {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return undefined;
  return parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1))?.key;
}
