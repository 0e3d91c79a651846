import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

import { inRoot } from '../src/root.ts';

const Condition = z.enum(['service_started', 'service_healthy', 'service_completed_successfully']);
const Scalar = z.union([z.string(), z.number()]);

/** The keys of the compose specification that we use, and no others: a misspelt key is refused. */
const Service = z.strictObject({
  image: z.string().regex(/^[a-z0-9./-]+(:[\w.-]+)?$/),
  build: z.strictObject({ context: z.string(), target: z.string() }).optional(),
  command: z.union([z.string(), z.array(z.string())]).optional(),
  environment: z.record(z.string().regex(/^[A-Z][A-Z0-9_]*$/), Scalar).optional(),
  volumes: z.array(z.string()).optional(),
  ports: z.array(z.string().regex(/^127\.0\.0\.1:\d+:\d+$/, 'publishes on the loopback address only')).optional(),
  expose: z.array(z.string().regex(/^\d+$/)).optional(),
  depends_on: z.record(z.string(), z.strictObject({ condition: Condition })).optional(),
  healthcheck: z
    .strictObject({
      test: z.array(z.string()).min(2),
      interval: z.string(),
      timeout: z.string(),
      retries: z.number().int().positive(),
    })
    .optional(),
  restart: z.enum(['no', 'unless-stopped']),
  read_only: z.boolean().optional(),
  cap_drop: z.array(z.string()).optional(),
  security_opt: z.array(z.string()).optional(),
  tmpfs: z.array(z.string()).optional(),
});
export type Service = z.infer<typeof Service>;

const ComposeFile = z
  .object({
    name: z.string().regex(/^[a-z0-9][a-z0-9_-]*$/),
    services: z.record(z.string().regex(/^[a-z0-9][a-z0-9-]*$/), Service),
    volumes: z.record(z.string(), z.null()),
  })
  .catchall(z.unknown())
  .refine(
    (file) => Object.keys(file).every((key) => key in ComposeKeys || key.startsWith('x-')),
    'unknown top-level key'
  );

const ComposeKeys = { name: true, services: true, volumes: true };

export type ComposeFile = z.infer<typeof ComposeFile>;

/** docker-compose.yml with its anchors merged, as compose reads it. */
export function readComposeFile(): ComposeFile {
  return ComposeFile.parse(parse(readFileSync(inRoot('docker-compose.yml'), 'utf8'), { merge: true }));
}
