import { z } from 'zod';

/** A port of this machine; 0 asks the system for a free one. */
export const port = z.coerce.number().int().min(0).max(65_535);

export class ConfigError extends Error {
  override name = 'ConfigError';
}

/** Parses the environment by a schema; the error names every variable that is missing or wrong. */
export function parseEnv<T extends z.ZodType>(schema: T, env: NodeJS.ProcessEnv): z.output<T> {
  const known = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = schema.safeParse(known);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.') || '(environment)'}: ${issue.message}`);
  throw new ConfigError(`The environment is not complete:\n${lines.join('\n')}`);
}
