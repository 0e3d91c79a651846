import { pino, type Logger as PinoLogger } from 'pino';

export type Logger = PinoLogger;

/** JSON lines on standard output; secrets are removed by name wherever they stand. */
export function createLogger(name: string, level = 'info'): Logger {
  return pino({
    name,
    level,
    base: { service: name },
    redact: {
      paths: ['*.token', '*.password', '*.secret', '*.authorization', 'headers.authorization'],
      censor: '[removed]',
    },
  });
}
