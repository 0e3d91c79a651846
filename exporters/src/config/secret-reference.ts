import { ConfigError, readSecretFile } from '@ai-cos/service-kit';
import type { Environment } from './env.ts';

const variable = /^\$\{([A-Z][A-Z0-9_]*)\}$/;

/** What `${VARIABLE}` or `file:path` stands for; `where` names the place of the reference in errors. */
export function resolveSecret(reference: string, where: string, environment: Environment): string {
  if (reference.startsWith('file:')) return readSecretFile(where, reference.slice('file:'.length));
  const name = variable.exec(reference)?.[1];
  if (name === undefined) {
    throw new ConfigError(
      `${where}: write the address as \${VARIABLE} or file:path, so that no password stands in this file`
    );
  }
  const value = environment[name];
  if (value === undefined || value === '') throw new ConfigError(`${where}: the variable ${name} is not set`);
  return value;
}
