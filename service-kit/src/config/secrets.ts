import { readFileSync } from 'node:fs';
import { ConfigError } from './env.ts';

/** Reads a secret from the file a variable names; the error names the variable, never the content. */
export function readSecretFile(variable: string, path: string): string {
  let content: string;
  try {
    content = readFileSync(path, 'utf8').trim();
  } catch (error) {
    throw new ConfigError(
      `${variable} names ${path}, which cannot be read: ${String((error as NodeJS.ErrnoException).code)}`
    );
  }
  if (content === '') throw new ConfigError(`${variable} names ${path}, which is empty`);
  return content;
}
