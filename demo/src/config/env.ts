import { parseEnv, port } from '@ai-cos/service-kit';
import { z } from 'zod';

const Env = z.object({
  AICOS_DEMO_DATABASE_URL: z.string({ error: 'set it to the owner address of the demo company database' }).min(1),
  AICOS_DAY_SECONDS: z.coerce.number().positive().default(20),
  AICOS_DEMO_SCALE: z.coerce.number().positive().max(20).default(1),
  AICOS_DEMO_SEED: z.coerce.number().int().min(0).default(1),
  /** First day that is lived through; the history ends before it. */
  AICOS_DEMO_START: z.iso.date().default('2026-09-21'),
  AICOS_DEMO_MONTHS: z.coerce.number().int().min(2).max(60).default(30),
  AICOS_BACKOFFICE_PORT: port.default(8790),
  AICOS_BACKOFFICE_TOKEN_FILE: z.string().optional(),
  AICOS_BIND: z.string().default('127.0.0.1'),
  AICOS_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
});
export type DemoEnv = z.infer<typeof Env>;

export function readEnv(): DemoEnv {
  return parseEnv(Env, process.env);
}
