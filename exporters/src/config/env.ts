import { parseEnv, port } from '@ai-cos/service-kit';
import { z } from 'zod';

/** The environment of the exporters; `docs/reference` lists the variables of all services. */
export const ExportersEnv = z.object({
  AICOS_SOURCE_URL: z.string({ error: 'the address of the company database, postgresql://…' }),
  AICOS_CLOCK: z.string().default('wall'),
  AICOS_COMPANY_FILE: z.string().optional(),
  AICOS_KPIS_FILE: z.string().optional(),
  AICOS_EXPORTERS_PORT: port.default(9464),
  AICOS_BIND: z.string().default('127.0.0.1'),
  AICOS_DAY_SECONDS: z.coerce.number().positive().default(86_400),
  AICOS_PROMETHEUS_URL: z.url().optional(),
  AICOS_SCRAPE_SECONDS: z.coerce.number().positive().default(5),
  AICOS_RESTRICTED_TOKEN_FILE: z.string().optional(),
});
export type ExportersEnv = z.infer<typeof ExportersEnv>;

export type Environment = Readonly<Record<string, string | undefined>>;

/** The process environment; secrets named in files are looked up in it and nowhere else. */
export function processEnvironment(): Environment {
  return process.env;
}

export function readEnv(environment: Environment = processEnvironment()): ExportersEnv {
  return parseEnv(ExportersEnv, environment);
}
