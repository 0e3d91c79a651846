import { resolve } from 'node:path';

import { parseEnv, port } from '@ai-cos/service-kit';
import { z } from 'zod';

import { inRoot } from '../root.ts';

/** The whole environment, for tools that a person would start by hand; services get only what they need. */
export function commandEnvironment(): Record<string, string | undefined> {
  return process.env;
}

const Places = z.object({
  PATH: z.string().default('/usr/local/bin:/usr/bin:/bin'),
  AICOS_HOME: z
    .string()
    .default(inRoot('.aicos'))
    .transform((path) => resolve(path)),
});

/** Where programs are searched and where our state lives. */
export function places(): { searchPath: string; stateFolder: string } {
  const { PATH, AICOS_HOME } = parseEnv(Places, process.env);
  return { searchPath: PATH, stateFolder: AICOS_HOME };
}

const url = z.string().min(1).optional();
const file = z.string().min(1).optional();

/** What a person may set for `npm start`; everything has a default. A service whose address is set is used, not started. */
const StackEnvironment = Places.extend({
  AICOS_BIND: z.enum(['127.0.0.1', '0.0.0.0']).default('127.0.0.1'),
  AICOS_UI_PORT: port.optional(),
  AICOS_RUNNER_PORT: port.optional(),
  AICOS_EXPORTERS_PORT: port.optional(),
  AICOS_PROMETHEUS_PORT: port.optional(),
  AICOS_ALERTMANAGER_PORT: port.optional(),
  AICOS_PG_PORT: port.optional(),
  AICOS_BACKOFFICE_PORT: port.optional(),
  DATABASE_URL: url,
  AICOS_DATABASE_OWNER_URL: url,
  AICOS_SOURCE_URL: url,
  /** A database of the embedded server that holds imported data, instead of an address. */
  AICOS_SOURCE_DATABASE: z
    .string()
    .regex(/^[a-z0-9_]+$/)
    .optional(),
  AICOS_EFFECTS_URL: url,
  REDIS_URL: url,
  AICOS_PROMETHEUS_URL: url,
  AICOS_ALERTMANAGER_URL: url,
  AICOS_EXPORTERS_URL: url,
  GRAFANA_URL: url,
  GRAFANA_HOME: z.string().optional(),
  AICOS_COMPANY_FILE: file,
  AICOS_KPIS_FILE: file,
  AICOS_POLICY_FILE: file,
  AICOS_CLOCK: z.string().optional(),
  AICOS_DAY_SECONDS: z.coerce.number().positive().optional(),
  AICOS_DEMO_SCALE: z.coerce.number().positive().optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: url,
  OLLAMA_URL: url,
  SLACK_WEBHOOK_URL: url,
}).refine((env) => env.DATABASE_URL === undefined || env.AICOS_DATABASE_OWNER_URL !== undefined, {
  path: ['AICOS_DATABASE_OWNER_URL'],
  message: 'is needed for the migrations when DATABASE_URL is set',
});
export type StackEnvironment = z.infer<typeof StackEnvironment>;

export function stackEnvironment(): StackEnvironment {
  return parseEnv(StackEnvironment, process.env);
}
